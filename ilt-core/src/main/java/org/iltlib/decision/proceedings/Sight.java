package org.iltlib.decision.proceedings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
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

    /**
     * The outcome with its numbers, if nobody's vote follows from them. A protocol may count as one what was put in several
     * ways, so a count that holds everybody tells of all, though no two said the same.
     */
    private static Outcome disclosed(ProceedingState state, Outcome outcome) {
        List<Ballot> ballots = Count.of(state).ballots();
        Disclosure votes = Disclosure.of(ballots, state.context());
        boolean allInOne = outcome.counts().values().stream().anyMatch(count -> count >= ballots.size());
        if (!allInOne && votes.whole().cells().values().stream().allMatch(Measured::isReported)) {
            return outcome;
        }
        Outcome.Builder withheld = Outcome.builder();
        withheld.status(outcome.status())
                .protocol(outcome.protocol())
                .round(outcome.round())
                .revision(outcome.revision())
                .chosen(outcome.chosen())
                .tied(outcome.tied())
                .nextStep(outcome.nextStep())
                .explanation(Explanation.of(
                                "%s by %s.", Phrases.capital(outcome.status().toString()), outcome.protocol())
                        .because(
                                "Numbers: withheld, since somebody's vote would follow from them. They are shown of at least"
                                        + " %s votes, and never if all are alike.",
                                state.context().smallestCell()));
        return withheld.build();
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
