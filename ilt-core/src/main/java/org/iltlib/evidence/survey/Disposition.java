package org.iltlib.evidence.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What is done about a feedback: changed, naming the change; kept as it is, with the reason; or pending, with the day of
 * an answer. A later one takes the place of an earlier one, which stays in the record. Immutable.
 */
@Value.Immutable
public abstract class Disposition implements Recordable {
    /** The written form. */
    public static final Form<Disposition> FORM = Form.<Disposition, Builder>built(Disposition::builder, Builder::build)
            .field("id", EntryId.FORM, Disposition::id, Builder::id)
            .field("feedback", EntryId.FORM, Disposition::feedback, Builder::feedback)
            .field("status", Forms.enumOf(Status.class), Disposition::status, Builder::status)
            .list("changes", EntryId.FORM, Disposition::changes, Builder::addAllChanges)
            .maybe("reason", Forms.TEXT, Disposition::reason, Builder::reason)
            .field("on", Forms.DATE, Disposition::on, Builder::on)
            .maybe("due", Forms.DATE, Disposition::due, Builder::due)
            .maybe("reportedBack", Forms.DATE, Disposition::reportedBack, Builder::reportedBack);

    /** How it stands in a record. */
    public static final Kind<Disposition> KIND = Kind.of("feedback-disposition", 1, Disposition.class, FORM);

    /** What is done. */
    public enum Status {
        /** Something is different now. */
        CHANGED,
        /** It stays as it is. */
        KEPT,
        /** It is not settled yet. */
        PENDING
    }

    Disposition() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link Feedback}. */
    public abstract EntryId feedback();

    /** What is done. */
    public abstract Status status();

    /** The entries that are the change: a decision, a commitment, a new plan for the unit; some if and only if changed. */
    public abstract List<EntryId> changes();

    /** Why; must be given where it stays as it is. */
    public abstract Optional<String> reason();

    /** The day of this disposition. */
    public abstract LocalDate on();

    /** By when it is settled; must be given where it is pending, and only there. */
    public abstract Optional<LocalDate> due();

    /** The day on which those who said it were told. */
    public abstract Optional<LocalDate> reportedBack();

    /** Checks that each status has what it needs. */
    @Value.Check
    void check() {
        Checks.distinct(changes(), "changes");
        Checks.require(
                (status() == Status.CHANGED) == !changes().isEmpty(),
                "The feedback %s is %s and names %s change(s). Expected changes if and only if it is CHANGED.",
                feedback(),
                status(),
                changes().size());
        reason().ifPresent(text -> Checks.text(text, "reason"));
        Checks.require(
                status() != Status.KEPT || reason().isPresent(),
                "The feedback %s changes nothing, and there is no reason. Expected one.",
                feedback());
        Checks.require(
                (status() == Status.PENDING) == due().isPresent(),
                "The feedback %s is %s. Expected the day by which it is settled if and only if it is PENDING.",
                feedback(),
                status());
        due().ifPresent(day -> Checks.require(!day.isBefore(on()), "It is due on %s, before %s.", day, on()));
        Checks.require(
                status() != Status.PENDING || reportedBack().isEmpty(),
                "The feedback %s is pending and was reported back. Maybe it is settled.",
                feedback());
    }

    /** The feedback and the changes. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(feedback()), changes().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<Disposition> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a disposition; id, feedback, status and day must be set, and what the status needs. */
    public static final class Builder extends ImmutableDisposition.Builder {
        Builder() {}
    }
}
