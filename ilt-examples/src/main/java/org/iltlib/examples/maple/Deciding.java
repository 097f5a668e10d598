package org.iltlib.examples.maple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.EvidenceSnapshot;
import org.iltlib.decision.Option;
import org.iltlib.decision.Prediction;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.proceedings.Act;
import org.iltlib.decision.proceedings.Move;
import org.iltlib.decision.proceedings.Procedure;
import org.iltlib.decision.proceedings.ProceedingState;
import org.iltlib.decision.proceedings.Proceedings;
import org.iltlib.decision.proceedings.Rules;
import org.iltlib.decision.proceedings.Voting;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;

/** Chapter 4: fist to five, hidden until the close; one shows two, the concern is worked in, and the vote is held again. */
final class Deciding {
    private static final int[] SHOWN = {5, 4, 4, 3, 4, 3, 2, 5, 4, 3};
    private static final String CONCERN = "Nobody has said who takes my groups while I am with the coach.";
    private static final PersonId DOUBTER = Grove.person(7);

    private final Story story;
    private final Stars stars;
    private Proceedings log;

    Deciding(Story story, Stars stars, Needing.Result needs) {
        this.story = story;
        this.stars = stars;
        Proposal proposal = proposal(needs);
        VotingContext context = VotingContext.of(proposal.id(), 1).toBuilder()
                .secrecy(Secrecy.HIDDEN_UNTIL_CLOSE)
                .build();
        VotingRoll roll = VotingRoll.of(Grove.team()).withPresent(new TreeSet<>(Grove.members()));
        log = Proceedings.open(
                EntryId.of("proceedings"),
                new Move(
                        Instant.parse("2026-10-07T15:30:00Z"),
                        Grove.PRINCIPAL,
                        new Procedure.Opened(context, roll, Rules.of(Protocols.FIST_TO_FIVE_CLASSIC))));
    }

    void tell() {
        story.chapter("The team decides");
        long needed = Quorum.MAJORITY.needed(Grove.members().size());
        stars.check("members for a quorum", 6L, needed);
        for (int i = 0; i < SHOWN.length; i++) {
            show(Grove.person(i + 1), SHOWN[i]);
        }
        ProceedingState seen = log.visibleTo(Grove.COACH, log.state().at());
        stars.check(
                "votes that another sees before the close", 1, seen.ballots().size());
        then(Grove.PRINCIPAL, Procedure.Closed.openly());
        Outcome first = log.outcome().orElseThrow();
        stars.check("mean", "3.7", first.mean());
        stars.check("first vote", Outcome.Status.NEEDS_ROUND, first.status());
        story.why(first.explanation());

        then(Grove.PRINCIPAL, new Procedure.Amended(EntryId.of("proposal-2"), 2, "the coach takes the groups herself"));
        then(Grove.PRINCIPAL, new Procedure.RoundBegun(2));
        for (int i = 0; i < SHOWN.length; i++) {
            show(Grove.person(i + 1), Math.max(3, SHOWN[i]));
        }
        then(Grove.PRINCIPAL, Procedure.Closed.openly());
        Outcome second = log.outcome().orElseThrow();
        stars.check("mean of the second vote", "3.8", second.mean());
        stars.check("second vote", Outcome.Status.ADOPTED, second.status());
        story.why(second.explanation());
        snapshot();
    }

    /** What was known then stays as it was; a correction of scores shows as a difference. */
    private void snapshot() {
        EvidenceSnapshot then = known(139);
        EvidenceSnapshot later = known(141);
        stars.check(
                "values of the snapshot that a later correction changes",
                1,
                then.differences(later).size());
        story.item("known then: %s", then.values().get(0).text());
        story.item("after the correction: %s", later.values().get(0).text());
    }

    private static EvidenceSnapshot known(int right) {
        return new EvidenceSnapshot(
                LocalDate.of(2026, 10, 7),
                List.of(EvidenceSnapshot.Shown.of(
                        EntryId.of("finding-equal-fractions"),
                        "equal fractions, grade 5",
                        WilsonInterval.withDefaults().of(right, 340).value().orElseThrow())));
    }

    private static Proposal proposal(Needing.Result needs) {
        Prediction.Builder prediction = Prediction.builder();
        Proposal.Builder proposal = Proposal.builder();
        return proposal.id(EntryId.of("proposal"))
                .question("How do grade 5 students come to see which fractions are equal?")
                .text("The coach works with each teacher of grades 4 to 6 for four weeks.")
                .addOptions(
                        Option.of("coaching", "Coaching on fractions"),
                        Option.of("workshops", "Three workshops"),
                        Option.statusQuo("The unit as it is"))
                .proposed("coaching")
                .addNeeds(needs.students().id(), needs.teachers().id())
                .prediction(prediction
                        .measure("share of answers on equal fractions that are right, grade 5")
                        .unit("points")
                        .claim(Prediction.Claim.AT_LEAST)
                        .limit(12)
                        .confidence(0.7)
                        .by(LocalDate.of(2026, 12, 15))
                        .build())
                .build();
    }

    private void show(PersonId person, int fingers) {
        VotingContext context = log.state().context();
        Position position = Position.fingers(fingers);
        Ballot ballot = person.equals(DOUBTER) && fingers < 3
                ? Ballot.of(person, context, position, CONCERN)
                : Ballot.of(person, context, position);
        then(person, new Voting.Cast(ballot));
    }

    private void then(PersonId person, Act act) {
        log = log.with(log.state().at().plusSeconds(60), person, act);
    }
}
