package org.iltlib.decision.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What came of a look back at a decision: it goes on until the next look, another takes its place, or it ends. Immutable. */
@Value.Immutable
public abstract class DecisionReview implements Recordable {
    /** The written form. */
    public static final Form<DecisionReview> FORM = Form.<DecisionReview, Builder>built(
                    DecisionReview::builder, Builder::build)
            .field("id", EntryId.FORM, DecisionReview::id, Builder::id)
            .field("decision", EntryId.FORM, DecisionReview::decision, Builder::decision)
            .field("on", Forms.DATE, DecisionReview::on, Builder::on)
            .field("result", Forms.enumOf(Result.class), DecisionReview::result, Builder::result)
            .field("reason", Forms.TEXT, DecisionReview::reason, Builder::reason)
            .list("evidence", EntryId.FORM, DecisionReview::evidence, Builder::addAllEvidence)
            .maybe("successor", EntryId.FORM, DecisionReview::successor, Builder::successor)
            .maybe("nextOn", Forms.DATE, DecisionReview::nextOn, Builder::nextOn);

    /** The kind of entry. */
    public static final Kind<DecisionReview> KIND = Kind.of("decision-review", 1, DecisionReview.class, FORM);

    /** What becomes of the decision. */
    public enum Result {
        /** It goes on as it is. */
        GOES_ON,
        /** Another decision takes its place. */
        REPLACED,
        /** It ends. */
        ENDS
    }

    DecisionReview() {}

    @Override
    public abstract EntryId id();

    /** The decision looked back at. */
    public abstract EntryId decision();

    /** The day. */
    public abstract LocalDate on();

    /** What becomes of it. */
    public abstract Result result();

    /** Why. */
    public abstract String reason();

    /** What was looked at. */
    public abstract List<EntryId> evidence();

    /** The decision that takes its place; present exactly if one does. */
    public abstract Optional<EntryId> successor();

    /** The day of the next look, after {@link #on()}; present exactly if the decision goes on. */
    public abstract Optional<LocalDate> nextOn();

    /** Checks that the result has what it needs. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                successor().isPresent() == (result() == Result.REPLACED),
                "The result is %s %s a successor. Expected one exactly if the decision is replaced.",
                result(),
                successor().isPresent() ? "with" : "without");
        Checks.require(
                nextOn().isPresent() == (result() == Result.GOES_ON),
                "The result is %s %s a next day. Expected one exactly if the decision goes on.",
                result(),
                nextOn().isPresent() ? "with" : "without");
        nextOn().ifPresent(next ->
                Checks.require(next.isAfter(on()), "The next review is on %s, not after this one on %s.", next, on()));
    }

    /** The decision, its successor, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        List<EntryId> more = new ArrayList<>(successor().stream().toList());
        more.addAll(evidence());
        return Grounds.of(decision(), more);
    }

    @Override
    public Kind<DecisionReview> kind() {
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

    /** Builds a review; id, decision, day, result and reason must be set. */
    public static final class Builder extends ImmutableDecisionReview.Builder {
        Builder() {}
    }
}
