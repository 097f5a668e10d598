package org.iltlib.decision.proceedings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.proceedings.Objection.Life;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Secrecy;

/** What acts on ballots do to a state. */
final class VotingSteps {
    private VotingSteps() {}

    static ProceedingState after(ProceedingState state, Move move, Voting act) {
        if (act instanceof Voting.Cast cast) {
            first(state, cast.ballot().person(), cast.ballot().casting());
            return open(state, move, cast.ballot());
        } else if (act instanceof Voting.Changed changed) {
            Ballot ballot = changed.ballot();
            again(state, ballot.person(), ballot.casting());
            return open(voiding(state, ballot.person(), ballot.casting(), "changed"), move, ballot);
        } else if (act instanceof Voting.Sealed envelope) {
            first(state, envelope.person(), false);
            return seal(state, move, envelope);
        } else if (act instanceof Voting.Resealed resealed) {
            again(state, resealed.person(), false);
            return seal(
                    voiding(state, resealed.person(), false, "changed"),
                    move,
                    new Voting.Sealed(resealed.person(), resealed.commitment()));
        }
        Voting.TakenBack back = (Voting.TakenBack) act;
        PersonId person = back.person();
        again(state, person, back.casting());
        inTime(state, move, person);
        Optional<PersonId> castBy =
                back.casting() ? Optional.empty() : state.findBallot(person).flatMap(Ballot::castBy);
        own(move, castBy.orElse(person), person);
        return voiding(state, person, back.casting(), "taken back");
    }

    private static void first(ProceedingState state, PersonId person, boolean casting) {
        Checks.require(
                !has(state, person, casting), "%s has voted in this round already. Maybe change the ballot.", person);
    }

    private static void again(ProceedingState state, PersonId person, boolean casting) {
        Checks.require(
                has(state, person, casting),
                "%s has not voted in this round and can change nothing. Maybe cast a ballot.",
                person);
    }

    private static boolean has(ProceedingState state, PersonId person, boolean casting) {
        return casting
                ? state.ballots().stream()
                        .anyMatch(ballot -> ballot.casting() && ballot.person().equals(person))
                : state.handedIn().contains(person);
    }

    private static ProceedingState open(ProceedingState state, Move move, Ballot ballot) {
        PersonId person = ballot.person();
        inTime(state, move, person);
        own(move, ballot.castBy().orElse(person), person);
        if (ballot.casting()) {
            CastingVotes.allowed(state, person);
        } else {
            seated(state, person);
        }
        PersonId there = ballot.castBy().orElse(person);
        Checks.require(
                state.roll().present().contains(there), "%s votes but is absent. Maybe note the arrival first.", there);
        Checks.require(
                state.context().secrecy() != Secrecy.ANONYMOUS,
                "The vote is anonymous, and %s casts an open ballot. Maybe hand in an envelope.",
                ballot.person());
        Checks.require(
                ballot.proposal().equals(state.context().proposal())
                        && ballot.revision() == state.context().revision(),
                "%s votes on %s, revision %s. Expected %s, revision %s, the text as it stands.",
                ballot.person(),
                ballot.proposal(),
                ballot.revision(),
                state.context().proposal(),
                state.context().revision());
        List<Ballot> more = new ArrayList<>(state.ballots());
        more.add(ballot);
        more.sort(Comparator.comparing(Ballot::person).thenComparing(Ballot::casting));
        if (ballot.casting()) {
            return state.toBuilder().ballots(more).build();
        }
        return handed(state, person)
                .ballots(more)
                .objections(ballot.position().isBlock() ? renewed(state, person) : state.objections())
                .build();
    }

    /** A block handed in after an objection was withdrawn or worked in is a new one. */
    private static List<Objection> renewed(ProceedingState state, PersonId person) {
        return state.objections().stream()
                .map(one ->
                        one.person().equals(person) && (one.life() == Life.WITHDRAWN || one.life() == Life.INTEGRATED)
                                ? one.toBuilder().renewed(true).build()
                                : one)
                .toList();
    }

    private static ProceedingState seal(ProceedingState state, Move move, Voting.Sealed envelope) {
        inTime(state, move, envelope.person());
        own(move, envelope.person(), envelope.person());
        seated(state, envelope.person());
        Checks.require(
                state.roll().present().contains(envelope.person()),
                "%s votes but is absent. Maybe note the arrival first.",
                envelope.person());
        Checks.require(
                state.context().secrecy() == Secrecy.ANONYMOUS,
                "%s hands in an envelope, but the vote is not anonymous. Maybe cast an open ballot.",
                envelope.person());
        Checks.require(
                state.envelopes().stream().noneMatch(other -> other.commitment().equals(envelope.commitment())),
                "%s hands in the envelope of somebody else. Maybe a nonce was used twice.",
                envelope.person());
        List<Voting.Sealed> more = new ArrayList<>(state.envelopes());
        more.add(envelope);
        more.sort(Comparator.comparing(Voting.Sealed::person));
        return handed(state, envelope.person()).envelopes(more).build();
    }

    private static ProceedingState.Builder handed(ProceedingState state, PersonId person) {
        Set<PersonId> handedIn = new TreeSet<>(state.handedIn());
        handedIn.add(person);
        return state.toBuilder().handedIn(handedIn);
    }

    private static void inTime(ProceedingState state, Move move, PersonId person) {
        Checks.require(
                state.isOpen(),
                "%s votes after the close of round %s. Maybe begin another round.",
                person,
                state.context().round());
        Checks.require(
                state.deadline().isEmpty()
                        || move.at().isBefore(state.deadline().get()),
                "%s votes at %s. Expected before %s, the deadline.",
                person,
                move.at(),
                state.deadline().map(Object::toString).orElse("never"));
    }

    private static void own(Move move, PersonId hand, PersonId person) {
        Checks.require(
                move.by().equals(hand),
                "%s votes for %s. Expected everybody to vote for themselves. Maybe by a proxy, whom the ballot names.",
                move.by(),
                person);
    }

    private static void seated(ProceedingState state, PersonId person) {
        Checks.require(
                Count.seated(state).contains(person),
                "%s votes but sits in no seat with a vote. Maybe the roll is of another body, or an alternate has the seat.",
                person);
    }

    /** The state without that ballot or envelope of that person. */
    private static ProceedingState voiding(ProceedingState state, PersonId person, boolean casting, String why) {
        Set<PersonId> handedIn = new TreeSet<>(state.handedIn());
        if (!casting) {
            handedIn.remove(person);
        }
        return state.toBuilder()
                .handedIn(handedIn)
                .ballots(state.ballots().stream()
                        .filter(ballot -> !ballot.person().equals(person) || ballot.casting() != casting)
                        .toList())
                .envelopes(state.envelopes().stream()
                        .filter(one -> casting || !one.person().equals(person))
                        .toList())
                .addVoided(casting ? CastingVotes.voided(person, why) : new LeftOut(person, why))
                .build();
    }
}
