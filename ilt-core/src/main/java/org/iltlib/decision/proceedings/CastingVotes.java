package org.iltlib.decision.proceedings;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.TiePolicy;

/**
 * Casting votes, held apart from the ballots of members: only whoever holds the office that settles a tie casts one, and
 * nobody else learns of it unless a tie opens it.
 */
final class CastingVotes {
    private static final String MARK = "casting vote, ";

    private CastingVotes() {}

    /** Why one stands no more, in words by which it is known as such. */
    static LeftOut voided(PersonId person, String why) {
        return new LeftOut(person, MARK + why);
    }

    static List<PersonId> of(ProceedingState state) {
        return state.ballots().stream()
                .filter(Ballot::casting)
                .map(Ballot::person)
                .toList();
    }

    /** Whether anything was handed in, by a member or as a casting vote. */
    static boolean anyHandedIn(ProceedingState state) {
        return !state.handedIn().isEmpty() || !of(state).isEmpty();
    }

    static void allowed(ProceedingState state, PersonId person) {
        Checks.require(
                state.context().ties().stream()
                        .anyMatch(tie -> tie instanceof TiePolicy.Chair chair
                                && state.roll()
                                        .findSeat(person)
                                        .filter(seat -> seat.offices().contains(chair.office()))
                                        .isPresent()),
                "%s casts a casting vote. Expected whoever holds the office that settles a tie, where the rules name one.",
                person);
    }

    /** The round closed; casting votes that no tie opened are in it no more, as if there were none. */
    static ProceedingState close(ProceedingState state, Move move, Procedure.Closed closed) {
        ProceedingState with = Count.close(state, move, closed);
        if (of(state).isEmpty()) {
            return with;
        }
        ProceedingState without = Count.close(
                state.toBuilder()
                        .ballots(state.ballots().stream()
                                .filter(ballot -> !ballot.casting())
                                .toList())
                        .build(),
                move,
                closed);
        return path(with).equals(path(without)) ? without : with;
    }

    private static List<String> path(ProceedingState closed) {
        return closed.outcome().map(Outcome::tiePath).orElseThrow();
    }

    /** What others than its voter see of one before a tie opens it: nothing, where the vote is secret not even that. */
    static ProceedingState withheld(ProceedingState state, PersonId viewer) {
        ProceedingState.Builder seen = state.toBuilder();
        if (state.isOpen()) {
            seen.ballots(state.ballots().stream()
                    .filter(ballot -> !ballot.casting() || ballot.person().equals(viewer))
                    .toList());
        }
        if (state.context().secrecy() != Secrecy.OPEN) {
            seen.voided(state.voided().stream()
                    .filter(one ->
                            !one.reason().startsWith(MARK) || one.person().equals(viewer))
                    .toList());
        }
        return seen.build();
    }

    /** Whether a move is about one. */
    static boolean isAbout(Act act) {
        if (act instanceof Voting.Cast cast) {
            return cast.ballot().casting();
        } else if (act instanceof Voting.Changed changed) {
            return changed.ballot().casting();
        }
        return act instanceof Voting.TakenBack back && back.casting();
    }
}
