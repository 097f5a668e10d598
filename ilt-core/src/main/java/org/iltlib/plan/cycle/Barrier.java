package org.iltlib.plan.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Something that stands in the way of what was planned: who sees to it, and until when they agreed to answer. Immutable. */
@Value.Immutable
public abstract class Barrier implements Recordable {
    /** The written form. */
    public static final Form<Barrier> FORM = Form.<Barrier, Builder>built(Barrier::builder, Builder::build)
            .field("id", EntryId.FORM, Barrier::id, Builder::id)
            .field("hampers", EntryId.FORM, Barrier::hampers, Builder::hampers)
            .field("what", Forms.TEXT, Barrier::what, Builder::what)
            .field("severity", Forms.enumOf(Severity.class), Barrier::severity, Builder::severity)
            .field("owner", PersonId.FORM, Barrier::owner, Builder::owner)
            .maybe("raisedBy", PersonId.FORM, Barrier::raisedBy, Builder::raisedBy)
            .field("raisedOn", Forms.DATE, Barrier::raisedOn, Builder::raisedOn)
            .field("answerBy", Forms.DATE, Barrier::answerBy, Builder::answerBy);

    /** The kind of entry. */
    public static final Kind<Barrier> KIND = Kind.of("barrier", 1, Barrier.class, FORM);

    Barrier() {}

    @Override
    public abstract EntryId id();

    /** The commitment, strategy, cycle or intervention that it hampers. */
    public abstract EntryId hampers();

    /** What stands in the way. */
    public abstract String what();

    /** How much it hampers. */
    public abstract Severity severity();

    /** The one person who sees to it. */
    public abstract PersonId owner();

    /** Who raised it, if they want to be named. */
    public abstract Optional<PersonId> raisedBy();

    /** The day on which it was raised. */
    public abstract LocalDate raisedOn();

    /** The last day on which an answer is in the agreed time. */
    public abstract LocalDate answerBy();

    /** Checks the text and the days. */
    @Value.Check
    void check() {
        Checks.text(what(), "what");
        Checks.require(
                !answerBy().isBefore(raisedOn()),
                "answerBy is %s, before the barrier was raised on %s. Maybe the two are swapped.",
                answerBy(),
                raisedOn());
    }

    /** What it hampers. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(hampers());
    }

    @Override
    public Kind<Barrier> kind() {
        return KIND;
    }

    /** How much a barrier hampers. */
    public enum Severity {
        /** It slows things down. */
        SLOWS,
        /** It stops a part. */
        STOPS_A_PART,
        /** Nothing goes on. */
        STOPS_ALL
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a barrier; every property but who raised it must be set. */
    public static final class Builder extends ImmutableBarrier.Builder {
        Builder() {}
    }
}
