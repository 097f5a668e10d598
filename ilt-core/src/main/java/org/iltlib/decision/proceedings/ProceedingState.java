package org.iltlib.decision.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How one matter stood at an instant, or as much of it as somebody may see. The same moves give the same state, byte for
 * byte in its written form. Immutable.
 */
@Value.Immutable
public abstract class ProceedingState {
    /** The written form. */
    public static final Form<ProceedingState> FORM = Form.<ProceedingState, Builder>built(
                    ProceedingState::builder, Builder::build)
            .field("at", Forms.INSTANT, ProceedingState::at, Builder::at)
            .field("context", VotingContext.FORM, ProceedingState::context, Builder::context)
            .field("rules", Rules.FORM, ProceedingState::rules, Builder::rules)
            .field("roll", VotingRoll.FORM, ProceedingState::roll, Builder::roll)
            .field("begunAt", Forms.INSTANT, ProceedingState::begunAt, Builder::begunAt)
            .maybe("deadline", Forms.INSTANT, ProceedingState::deadline, Builder::deadline)
            .maybe("closedAt", Forms.INSTANT, ProceedingState::closedAt, Builder::closedAt)
            .set("handedIn", PersonId.FORM, ProceedingState::handedIn, Builder::handedIn)
            .list("ballots", Ballot.FORM, ProceedingState::ballots, Builder::ballots)
            .list("envelopes", Voting.Sealed.FORM, ProceedingState::envelopes, Builder::envelopes)
            .list("opened", OpenedBallot.FORM, ProceedingState::opened, Builder::opened)
            .set("unopened", PersonId.FORM, ProceedingState::unopened, Builder::unopened)
            .list("voided", LeftOut.FORM, ProceedingState::voided, Builder::voided)
            .list("objections", Objection.FORM, ProceedingState::objections, Builder::objections)
            .list("standAsides", StandAside.FORM, ProceedingState::standAsides, Builder::standAsides)
            .map("answers", Forms.enumOf(Answer.class), ProceedingState::answers, Builder::answers)
            .set("reconsidered", Forms.INTEGER, ProceedingState::reconsidered, Builder::reconsidered)
            .maybe("outcome", Outcome.FORM, ProceedingState::outcome, Builder::outcome);

    ProceedingState() {}

    /** When the last move was made. */
    public abstract Instant at();

    /** The proposal, the revision of its text, the round and the rules of the room, as they stand. */
    public abstract VotingContext context();

    /** How this step is decided. */
    public abstract Rules rules();

    /** Who may vote, who is present, who is recused, who stands in for whom. */
    public abstract VotingRoll roll();

    /** When the round began. */
    public abstract Instant begunAt();

    /** The first instant at which it is too late to vote, where there is a limit. */
    public abstract Optional<Instant> deadline();

    /** When the round was closed; absent while it is open. */
    public abstract Optional<Instant> closedAt();

    /** Who has voted in this round, whatever they voted. */
    public abstract Set<PersonId> handedIn();

    /** The ballots that stand in this round, by person; those that the viewer may see. */
    public abstract List<Ballot> ballots();

    /** The envelopes handed in to an anonymous vote, by person; the viewer's own. */
    public abstract List<Voting.Sealed> envelopes();

    /** The ballots of an anonymous vote after its close, without their voters. */
    public abstract List<OpenedBallot> opened();

    /** Whose envelope could not be opened. */
    public abstract Set<PersonId> unopened();

    /** The ballots that stand no more, or did not count, and why; not what they said. In the order in which it came about. */
    public abstract List<LeftOut> voided();

    /** The objections, in the order in which they were raised. */
    public abstract List<Objection> objections();

    /** Who stood aside in this step, in order. */
    public abstract List<StandAside> standAsides();

    /** What each voting member did in the round, by person; empty while it is open. */
    public abstract Map<String, Answer> answers();

    /** The revisions whose vote was reconsidered; none is twice. */
    public abstract Set<Integer> reconsidered();

    /** What came of the round, by the protocol; absent while it is open. */
    public abstract Optional<Outcome> outcome();

    /** Whether there may be voted, as far as the deadline allows. */
    public boolean isOpen() {
        return closedAt().isEmpty();
    }

    /** The ballot of that person, not a casting vote, if one stands and the viewer may see it. */
    public Optional<Ballot> findBallot(PersonId person) {
        return ballots().stream()
                .filter(ballot -> ballot.person().equals(person) && !ballot.casting())
                .findFirst();
    }

    /** The objection with that id. */
    public Optional<Objection> findObjection(String id) {
        return objections().stream()
                .filter(objection -> objection.id().equals(id))
                .findFirst();
    }

    static Builder builder() {
        return new Builder();
    }

    Builder toBuilder() {
        return builder().from(this);
    }

    static final class Builder extends ImmutableProceedingState.Builder {
        Builder() {}
    }
}
