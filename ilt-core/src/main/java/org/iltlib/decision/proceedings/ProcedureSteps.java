package org.iltlib.decision.proceedings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;

/** What acts on the procedure do to a state. */
final class ProcedureSteps {
    private ProcedureSteps() {}

    static ProceedingState open(Move move, Procedure.Opened opened) {
        firstRound(opened.context());
        return fresh(ProceedingState.builder(), move.at(), opened.context(), opened.roll(), opened.rules())
                .build();
    }

    static ProceedingState after(ProceedingState state, Move move, Procedure act) {
        if (act instanceof Procedure.StepBegun step) {
            return step(state, move, step);
        } else if (act instanceof Procedure.RoundBegun round) {
            return round(state, move, round);
        } else if (act instanceof Procedure.Amended amended) {
            return amend(state, amended);
        } else if (act instanceof Procedure.Tightened tightened) {
            return tighten(state, tightened.secrecy());
        } else if (act instanceof Procedure.SeedCommitted committed) {
            return commit(state, committed.commitment());
        } else if (act instanceof Procedure.SeedsRevealed revealed) {
            return reveal(state, revealed.seeds());
        } else if (act instanceof Procedure.Closed closed) {
            Checks.require(
                    state.isOpen(),
                    "Round %s is closed already.",
                    state.context().round());
            return CastingVotes.close(state, move, closed);
        } else if (act instanceof Procedure.Reconsidered) {
            return reconsider(state, move);
        }
        throw new IllegalArgumentException("The matter is open already. Maybe a step or a round begins.");
    }

    private static ProceedingState step(ProceedingState state, Move move, Procedure.StepBegun step) {
        closed(state, "a step begins");
        firstRound(step.context());
        Checks.require(
                step.context().proposal().equals(state.context().proposal())
                        && step.context().revision() == state.context().revision(),
                "The step is on %s, revision %s. Expected %s, revision %s, the text as it stands.",
                step.context().proposal(),
                step.context().revision(),
                state.context().proposal(),
                state.context().revision());
        return fresh(state.toBuilder(), move.at(), step.context(), step.roll(), step.rules())
                .objections(carried(state))
                .standAsides(List.of())
                .build();
    }

    private static ProceedingState round(ProceedingState state, Move move, Procedure.RoundBegun round) {
        closed(state, "a round begins");
        Status status = state.outcome().orElseThrow().status();
        Checks.require(
                status != Status.ADOPTED && status != Status.REJECTED && status != Status.ESCALATED,
                "Round %s ended with %s, and another begins. Maybe move to reconsider, or begin the next step of a ladder.",
                state.context().round(),
                status);
        boolean again = status == Status.NO_QUORUM || status == Status.INVALID;
        int next = state.context().round() + (again ? 0 : 1);
        Checks.require(
                round.round() == next,
                "Round %s begins after round %s, which ended with %s. Expected round %s%s.",
                round.round(),
                state.context().round(),
                status,
                next,
                again ? " again" : "");
        return nextRound(state, next, move.at()).build();
    }

    private static ProceedingState.Builder nextRound(ProceedingState state, int round, Instant at) {
        VotingContext context = state.context().toBuilder()
                .round(round)
                .ties(state.context().ties().stream()
                        .filter(tie -> !(tie instanceof TiePolicy.Lot lot)
                                || lot.seeds().isEmpty())
                        .toList())
                .build();
        return fresh(state.toBuilder(), at, context, state.roll(), state.rules())
                .objections(carried(state));
    }

    private static List<Objection> carried(ProceedingState state) {
        return state.objections().stream().map(Objection::intoNextRound).toList();
    }

    /** A round with nothing in it. A lot that was not drawn stays committed to its seed. */
    private static ProceedingState.Builder fresh(
            ProceedingState.Builder builder, Instant at, VotingContext context, VotingRoll roll, Rules rules) {
        Labels.check(context, roll, rules);
        return builder.at(at)
                .context(context)
                .roll(roll)
                .rules(rules)
                .begunAt(at)
                .deadline(rules.deadline(at))
                .closedAt(Optional.empty())
                .handedIn(Set.of())
                .ballots(List.of())
                .envelopes(List.of())
                .opened(List.of())
                .unopened(Set.of())
                .answers(Map.of())
                .outcome(Optional.empty());
    }

    private static void firstRound(VotingContext context) {
        Checks.require(context.round() == 1, "A step begins with round %s. Expected round 1.", context.round());
    }

    private static void closed(ProceedingState state, String what) {
        Checks.require(
                !state.isOpen(),
                "Round %s is open, and %s. Maybe close it first.",
                state.context().round(),
                what);
    }

    private static ProceedingState amend(ProceedingState state, Procedure.Amended amended) {
        VotingContext now = state.context();
        Checks.require(
                state.outcome().isEmpty() || !state.outcome().get().isAdopted(),
                "Revision %s is adopted and cannot be amended. Maybe move to reconsider.",
                now.revision());
        Checks.require(
                amended.revision() == now.revision() + 1 && !amended.proposal().equals(now.proposal()),
                "The text is amended to %s, revision %s, after %s, revision %s. Expected a new entry, and the next revision.",
                amended.proposal(),
                amended.revision(),
                now.proposal(),
                now.revision());
        ProceedingState.Builder changed = state.toBuilder()
                .context(now.toBuilder()
                        .proposal(amended.proposal())
                        .revision(amended.revision())
                        .groundwork(now.groundwork().toBuilder()
                                .blockTests(List.of())
                                .build())
                        .build())
                .standAsides(List.of());
        if (state.isOpen()) {
            String why = "cast on revision %s, before the text was changed".formatted(now.revision());
            for (PersonId person : state.handedIn()) {
                changed.addVoided(new LeftOut(person, why));
            }
            for (PersonId person : CastingVotes.of(state)) {
                changed.addVoided(CastingVotes.voided(person, why));
            }
            changed.handedIn(Set.of()).ballots(List.of()).envelopes(List.of());
        }
        return changed.build();
    }

    private static ProceedingState tighten(ProceedingState state, Secrecy secrecy) {
        Checks.require(
                state.isOpen(),
                "The secrecy changes after the close of round %s. Expected before.",
                state.context().round());
        Secrecy now = state.context().secrecy();
        Checks.require(
                secrecy.compareTo(now) > 0,
                "The vote is %s and is to become %s. Once open for voting it can only become more secret.",
                now,
                secrecy);
        Checks.require(
                secrecy != Secrecy.ANONYMOUS || !CastingVotes.anyHandedIn(state),
                "The vote is to become anonymous after %s voted. Maybe the ballots are taken back first.",
                state.handedIn().size() + CastingVotes.of(state).size());
        VotingContext context = state.context().withSecrecy(secrecy, true);
        Labels.check(context, state.roll(), state.rules());
        return state.toBuilder().context(context).build();
    }

    private static ProceedingState commit(ProceedingState state, String commitment) {
        Checks.require(
                state.isOpen() && !CastingVotes.anyHandedIn(state),
                "The commitment to a seed comes after a vote was cast or closed. Expected before. Maybe in the next round.");
        Optional<TiePolicy.Lot> lot = lot(state);
        List<String> commitments =
                new ArrayList<>(lot.map(TiePolicy.Lot::commitments).orElse(List.of()));
        Checks.require(
                !commitments.contains(commitment),
                "The commitment %s was published before. Maybe somebody copied it.",
                commitment);
        commitments.add(commitment);
        return ties(state, lot, new TiePolicy.Lot(commitments, List.of()));
    }

    private static ProceedingState reveal(ProceedingState state, List<String> seeds) {
        closed(state, "seeds are revealed");
        Optional<TiePolicy.Lot> lot = lot(state);
        Checks.require(
                lot.isPresent() && lot.get().seeds().isEmpty(),
                "Seeds are revealed, but none are awaited. Maybe their commitments were never published.");
        Checks.require(
                state.outcome().orElseThrow().revision() == state.context().revision(),
                "The text was changed since the vote, and seeds are revealed. Expected them before.");
        return Count.decide(ties(state, lot, new TiePolicy.Lot(lot.get().commitments(), seeds)));
    }

    private static Optional<TiePolicy.Lot> lot(ProceedingState state) {
        return state.context().ties().stream()
                .filter(TiePolicy.Lot.class::isInstance)
                .map(TiePolicy.Lot.class::cast)
                .findFirst();
    }

    private static ProceedingState ties(ProceedingState state, Optional<TiePolicy.Lot> before, TiePolicy.Lot after) {
        List<TiePolicy> ties = new ArrayList<>();
        for (TiePolicy tie : state.context().ties()) {
            ties.add(before.isPresent() && tie.equals(before.get()) ? after : tie);
        }
        if (before.isEmpty()) {
            ties.add(after);
        }
        return state.toBuilder()
                .context(state.context().toBuilder().ties(ties).build())
                .build();
    }

    private static ProceedingState reconsider(ProceedingState state, Move move) {
        closed(state, "it is moved to reconsider");
        Status status = state.outcome().orElseThrow().status();
        Checks.require(
                status == Status.ADOPTED || status == Status.REJECTED || status == Status.ESCALATED,
                "It is moved to reconsider, but round %s ended with %s. Maybe begin another round.",
                state.context().round(),
                status);
        int revision = state.outcome().orElseThrow().revision();
        Checks.require(
                !state.reconsidered().contains(revision),
                "Revision %s was reconsidered before. Expected it once. Maybe open another matter.",
                revision);
        Optional<Instant> before =
                state.rules().reconsiderBefore(state.closedAt().orElseThrow());
        Checks.require(
                before.isEmpty() || move.at().isBefore(before.get()),
                "It is moved to reconsider at %s. Expected before %s.",
                move.at(),
                before.map(Object::toString).orElse("never"));
        Checks.require(
                Count.prevailed(state, move.by()),
                "%s moves to reconsider. Expected somebody who voted on the side that prevailed.",
                move.by());
        Set<Integer> more = new TreeSet<>(state.reconsidered());
        more.add(revision);
        return nextRound(state, state.context().round() + 1, move.at())
                .reconsidered(more)
                .build();
    }
}
