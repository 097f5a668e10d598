package org.iltlib.decision.proceedings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Disclosure;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Secrecy;

/** Who may see what. */
final class Sight {
    private Sight() {}

    static ProceedingState of(ProceedingState whole, PersonId viewer) {
        ProceedingState state = CastingVotes.withheld(whole, viewer);
        return switch (state.context().secrecy()) {
            case OPEN -> state;
            case HIDDEN_UNTIL_CLOSE -> state.isOpen() ? own(state, viewer).build() : state;
            case ANONYMOUS ->
                own(state, viewer)
                        .opened(List.of())
                        .outcome(state.outcome().map(outcome -> disclosed(state, outcome)))
                        .build();
        };
    }

    private static ProceedingState.Builder own(ProceedingState state, PersonId viewer) {
        return state.toBuilder()
                .ballots(state.ballots().stream()
                        .filter(ballot ->
                                ballot.castBy().orElse(ballot.person()).equals(viewer))
                        .toList())
                .envelopes(state.envelopes().stream()
                        .filter(one -> one.person().equals(viewer))
                        .toList());
    }

    /** The outcome with its numbers, if nobody's vote follows from them. */
    private static Outcome disclosed(ProceedingState state, Outcome outcome) {
        return Disclosure.of(Count.of(state).ballots(), state.context()).outcome(outcome);
    }

    static Procedure.Closed closing(EntryId matter, ProceedingState state, List<Envelope> envelopes) {
        Checks.require(
                state.isOpen() && state.context().secrecy() == Secrecy.ANONYMOUS,
                "Envelopes are to be opened, but no anonymous vote is open.");
        Checks.distinct(
                envelopes.stream().map(envelope -> envelope.ballot().person()).toList(), "envelopes");
        for (Envelope envelope : envelopes) {
            PersonId person = envelope.ballot().person();
            Checks.require(
                    envelope.matter().equals(matter)
                            && state.envelopes().contains(new Voting.Sealed(person, envelope.commitment())),
                    "The envelope of %s does not fit the commitment that was handed in. Maybe the ballot or the nonce was"
                            + " changed after.",
                    person);
        }
        Map<String, PersonId> receipts = new HashMap<>();
        for (Envelope envelope : envelopes) {
            PersonId person = envelope.ballot().person();
            PersonId other = receipts.put(envelope.receipt(), person);
            Checks.require(
                    other == null,
                    "The envelopes of %s and %s have the same nonce. Maybe leave one unopened: two cannot be told apart.",
                    other,
                    person);
        }
        Set<PersonId> unopened = new TreeSet<>(Count.counting(state));
        List<OpenedBallot> opened = envelopes.stream()
                .filter(envelope -> unopened.remove(envelope.ballot().person()))
                .map(Envelope::open)
                .sorted()
                .toList();
        return new Procedure.Closed(opened, unopened);
    }
}
