package org.iltlib.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.finding.Estimate;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 7);
    private static final EntryId FINDING = EntryId.of("finding/reading-2");
    private static final PersonId ANA = PersonId.of("p-1");
    private static final Prediction PREDICTION = Prediction.builder()
            .measure("mean reading, grade 3")
            .unit("points")
            .claim(Prediction.Claim.AT_LEAST)
            .limit(600)
            .expected(612.0)
            .now(588.0)
            .confidence(0.7)
            .by(LocalDate.of(2026, 12, 15))
            .build();
    private static final Proposal PROPOSAL = Proposal.builder()
            .id(EntryId.of("proposal/small-groups"))
            .proposedBy(ANA)
            .question("How do we help second graders who read below the others?")
            .text("Small groups, four times a week.")
            .addOptions(Option.of("groups", "small groups"), Option.statusQuo("as now"))
            .proposed("groups")
            .addCriteria("reaches those behind")
            .addNeeds(EntryId.of("need/reading-2"))
            .addEvidence(FINDING)
            .addAffected(StakeholderGroup.TEACHER)
            .addCosts(new Cost(new BigDecimal("120.50"), "teacher hours", "groups"))
            .prediction(PREDICTION)
            .build();
    private static final EvidenceSnapshot SNAPSHOT = new EvidenceSnapshot(
            DAY,
            List.of(
                    EvidenceSnapshot.Shown.of(FINDING, "mean", estimate(588)),
                    EvidenceSnapshot.Shown.of(FINDING, "n", "68").toBuilder()
                            .datasetDigest("sha256:ab")
                            .build()));

    private static Estimate estimate(double value) {
        return Estimate.builder()
                .value(value)
                .lower(value - 5)
                .upper(value + 5)
                .level(0.95)
                .n(68)
                .unit("points")
                .method("mean")
                .build();
    }

    private static Outcome outcome(Outcome.Status status, int round, int revision) {
        return Outcome.builder()
                .status(status)
                .protocol("fist to five (classic)")
                .round(round)
                .revision(revision)
                .putCounts("5", 2)
                .base(2)
                .threshold(Threshold.MAJORITY)
                .addLeftOut(new LeftOut(ANA, "recused"))
                .explanation(Explanation.of("Because."))
                .build();
    }

    private static Round round(Proposal proposal, Outcome outcome) {
        return Round.builder()
                .proposal(proposal.id())
                .heldOn(DAY)
                .addPerspectives(new Perspective(ANA, StakeholderGroup.TEACHER, "we need the time"))
                .addBallots(Ballot.of(
                        ANA, VotingContext.of(proposal.id(), proposal.revision()), Position.fingers(2), "time"))
                .outcome(outcome)
                .build();
    }

    private static final Proposal REVISED = PROPOSAL.revise(
                    EntryId.of("proposal/small-groups-2"), "Three times a week.")
            .build();
    private static final Deliberation DELIBERATION = new Deliberation(
            EntryId.of("deliberation"),
            List.of(
                    round(PROPOSAL, outcome(Outcome.Status.NEEDS_ROUND, 1, 1)).toBuilder()
                            .addConcerns("time")
                            .build(),
                    round(REVISED, outcome(Outcome.Status.ADOPTED, 2, 2)).toBuilder()
                            .addAmendments("three times")
                            .build()));
    private static final Decision DECISION = Decision.builder()
            .id(EntryId.of("decision"))
            .proposal(REVISED.id())
            .deliberation(DELIBERATION.id())
            .chosen(PROPOSAL.getOption("groups"))
            .outcome(DELIBERATION.outcome())
            .snapshot(SNAPSHOT)
            .addDissent(new Dissent(Optional.of(ANA), "too little time"), new Dissent(Optional.empty(), "untested"))
            .decidedOn(DAY)
            .reviewOn(DAY.plusMonths(3))
            .owner(ANA)
            .build();

    private static <T extends Recordable> void roundTrips(Kind<T> kind, T entry) {
        assertThat(kind.read(1, CanonicalJson.read(CanonicalJson.write(kind.write(entry)))))
                .isEqualTo(entry);
        assertThat(entry.kind()).isSameAs(kind);
    }

    private static <T> void roundTrips(Form<T> form, T value) {
        assertThat(form.read(CanonicalJson.read(CanonicalJson.write(form.write(value)))))
                .isEqualTo(value);
    }

    @Test
    void everyKindIsWrittenAndReadBack() {
        roundTrips(Proposal.KIND, PROPOSAL);
        roundTrips(Proposal.KIND, REVISED);
        roundTrips(Deliberation.KIND, DELIBERATION);
        roundTrips(Decision.KIND, DECISION);
    }

    @Test
    void everyPositionRollAndContextIsWrittenAndReadBack() {
        for (Position position : List.of(
                Position.yes(), Position.fingers(0), Position.grade(8), Position.stance(Position.Stand.BLOCK))) {
            roundTrips(Position.form(), position);
        }
        Seat seat = Seat.of(ANA, StakeholderGroup.TEACHER);
        roundTrips(VotingRoll.FORM, VotingRoll.of(List.of(seat), Set.of(ANA), List.of(Recusal.of(ANA, "vendor"))));
        roundTrips(
                VotingContext.FORM,
                VotingContext.of(PROPOSAL.id(), 1).toBuilder()
                        .quorum(Quorum.TWO_THIRDS.toBuilder()
                                .putPerGroup("parent", 2)
                                .addOffices(Office.PRINCIPAL)
                                .build())
                        .addAsked(ANA)
                        .reviewOn(DAY)
                        .build());
    }

    @Test
    void entriesCiteWhatTheyRestOn() {
        assertThat(REVISED.basedOn()).containsExactly(PROPOSAL.id(), EntryId.of("need/reading-2"), FINDING);
        assertThat(DELIBERATION.basedOn()).containsExactly(PROPOSAL.id(), REVISED.id());
        assertThat(DECISION.basedOn()).containsExactly(REVISED.id(), DELIBERATION.id(), FINDING);
    }

    @Test
    void aProposalHasExactlyOneStatusQuoAmongAtLeastTwoOptions() {
        assertThatThrownBy(() -> PROPOSAL.toBuilder()
                        .options(List.of(Option.of("groups", "x")))
                        .build())
                .hasMessageContaining("at least two");
        assertThatThrownBy(() -> PROPOSAL.toBuilder()
                        .addOptions(new Option("b", "b", true))
                        .build())
                .hasMessageContaining("exactly one");
        assertThatThrownBy(() -> PROPOSAL.toBuilder().proposed("status-quo").build())
                .hasMessageContaining("is the status quo");
        assertThatThrownBy(() -> PROPOSAL.toBuilder().proposed("x").build())
                .hasMessageContaining("There is no option x");
        assertThatThrownBy(() -> PROPOSAL.toBuilder().revision(2).build()).hasMessageContaining("revises nothing");
        assertThatThrownBy(() -> REVISED.toBuilder().revision(1).build()).hasMessageContaining("revises another");
    }

    @Test
    void aPredictionIsScoredByBrier() {
        assertThat(PREDICTION.cameTrue(600)).isTrue();
        assertThat(PREDICTION.brierScore(600)).isCloseTo(0.09, within(1e-12));
        assertThat(PREDICTION.brierScore(599)).isCloseTo(0.49, within(1e-12));
        assertThat(PREDICTION.toBuilder()
                        .claim(Prediction.Claim.AT_MOST)
                        .build()
                        .cameTrue(601))
                .isFalse();
        assertThatThrownBy(() -> PREDICTION.toBuilder().confidence(70).build()).hasMessageContaining("percentage");
    }

    @Test
    void aLaterCorrectionShowsAsADifference() {
        EvidenceSnapshot later = new EvidenceSnapshot(
                DAY.plusDays(30),
                List.of(
                        EvidenceSnapshot.Shown.of(FINDING, "mean", estimate(590)),
                        SNAPSHOT.values().get(1)));
        assertThat(SNAPSHOT.differences(later))
                .containsExactly(SNAPSHOT.values().get(0));
        assertThat(SNAPSHOT.differences(SNAPSHOT)).isEmpty();
    }

    @Test
    void aChangedTextIsANewRevisionAndRoundsAreInOrder() {
        Round first = DELIBERATION.rounds().get(0);
        assertThatThrownBy(() -> new Deliberation(
                        DELIBERATION.id(), List.of(first, round(REVISED, outcome(Outcome.Status.ADOPTED, 2, 1)))))
                .hasMessageContaining("A changed text is a newer revision");
        assertThatThrownBy(() -> new Deliberation(DELIBERATION.id(), List.of(first, first)))
                .hasMessageContaining("place 2");
        assertThatThrownBy(() -> new Deliberation(
                        DELIBERATION.id(),
                        List.of(
                                first,
                                DELIBERATION.rounds().get(1).toBuilder()
                                        .heldOn(DAY.minusDays(1))
                                        .build())))
                .hasMessageContaining("held before");
    }

    @Test
    void aChoiceAgainstTheOutcomeNeedsAReason() {
        Decision.Builder against = DECISION.toBuilder().chosen(PROPOSAL.getOption("status-quo"));
        assertThatThrownBy(against::build).hasMessageContaining("an override, which needs a reason");
        assertThat(against.overrideReason("no staff").build().overrideReason()).isPresent();
        assertThatThrownBy(() -> DECISION.toBuilder().reviewOn(DAY).build())
                .hasMessageContaining("not after it was made");
    }

    @Test
    void aCompleteRecordMeetsTheWholeChecklistAndAnEmptyOneSaysWhatIsMissing() {
        DecisionQuality quality = DecisionQuality.of(REVISED, DELIBERATION, DECISION);
        assertThat(quality.met()).isEqualTo(9);
        DecisionQuality poor = DecisionQuality.of(
                REVISED.toBuilder()
                        .affected(List.of())
                        .evidence(List.of())
                        .prediction(Optional.empty())
                        .build(),
                DELIBERATION,
                DECISION);
        assertThat(poor.met()).isEqualTo(4);
        assertThat(poor.explanation().toString()).contains("4 of 9", "Missing: there is a prediction.");
    }

    @Test
    void meansAreForNumbersOnly() {
        assertThat(DECISION.outcome().mean().orElse(0.0)).isEqualTo(5);
        assertThat(DECISION.outcome().toBuilder()
                        .counts(Map.of("yes", 3))
                        .build()
                        .mean()
                        .isReported())
                .isFalse();
    }

    @Test
    void wrongPositionsAndRollsAreRefused() {
        assertThatThrownBy(() -> Position.fingers(6)).hasMessageContaining("0 (a fist) to 5");
        assertThatThrownBy(() -> Position.grade(0)).hasMessageContaining("at least 1");
        VotingRoll empty = VotingRoll.of(List.of(), Set.of(), List.of());
        assertThatThrownBy(() -> empty.withPresent(Set.of(ANA))).hasMessageContaining("present but holds no seat");
        assertThatThrownBy(() -> empty.withRecusals(List.of(Recusal.of(ANA, "x"))))
                .hasMessageContaining("recused but holds no seat");
        assertThatThrownBy(() -> new Cost(new BigDecimal("-1"), "USD", "x")).hasMessageContaining("zero or more");
    }
}
