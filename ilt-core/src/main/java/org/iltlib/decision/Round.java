package org.iltlib.decision;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One round of a deliberation: who stood for what, how all voted on which text, and what came of it. Immutable. */
@Value.Immutable
public abstract class Round {
    /** The written form. */
    public static final Form<Round> FORM = Form.<Round, Builder>built(Round::builder, Builder::build)
            .field("proposal", EntryId.FORM, Round::proposal, Builder::proposal)
            .field("heldOn", Forms.DATE, Round::heldOn, Builder::heldOn)
            .list("perspectives", Perspective.FORM, Round::perspectives, Builder::addAllPerspectives)
            .list("concerns", Forms.TEXT, Round::concerns, Builder::addAllConcerns)
            .list("amendments", Forms.TEXT, Round::amendments, Builder::addAllAmendments)
            .list("ballots", Ballot.FORM, Round::ballots, Builder::addAllBallots)
            .field("outcome", Outcome.FORM, Round::outcome, Builder::outcome);

    Round() {}

    /** The proposal voted on, in its revision. */
    public abstract EntryId proposal();

    /** The day. */
    public abstract LocalDate heldOn();

    /** Who spoke for whom. */
    public abstract List<Perspective> perspectives();

    /** What stood against it, in short. */
    public abstract List<String> concerns();

    /** What was changed in the text before this round, in short. */
    public abstract List<String> amendments();

    /** The ballots, also those that the outcome leaves out. */
    public abstract List<Ballot> ballots();

    /** What came of it. */
    public abstract Outcome outcome();

    /** Checks the texts. */
    @Value.Check
    void check() {
        concerns().forEach(text -> Checks.text(text, "concern"));
        amendments().forEach(text -> Checks.text(text, "amendment"));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a round; proposal, day and outcome must be set. */
    public static final class Builder extends ImmutableRound.Builder {
        Builder() {}
    }
}
