package org.iltlib.decision.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.dossier.Fractions.DECISION;
import static org.iltlib.decision.dossier.Fractions.PROPOSAL;

import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.decision.Round;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.LeftOut;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingContext;
import org.junit.jupiter.api.Test;

class CommitmentLevelsTest {
    private static final EntryId ID = EntryId.of("levels/1");
    private static final VotingContext NOW = VotingContext.of(PROPOSAL.id(), 1);

    private static Round round(List<LeftOut> leftOut, Ballot... ballots) {
        return Round.builder()
                .proposal(PROPOSAL.id())
                .heldOn(Fractions.DAY)
                .addBallots(ballots)
                .outcome(Fractions.outcome().toBuilder().leftOut(leftOut).build())
                .build();
    }

    private static Ballot ballot(int person, Position position) {
        return Ballot.of(Fractions.person(person), NOW, position);
    }

    /** The second vote of ten: 5 4 4 3 4 3 3 5 4 3 has the mean 3.8. */
    @Test
    void theMeanOfAMeetingOfTenIsThreePointEight() {
        CommitmentLevels levels = Fractions.DOSSIER.commitment().orElseThrow();
        assertThat(levels.mean()).isEqualTo(Measured.of(Rational.of(19, 5)));
        assertThat(levels.meanShare()).isEqualTo(Measured.of(Rational.of(19, 25)));
        assertThat(levels.findLevel(Fractions.person(7))).contains(3);
        assertThat(levels.findLevel(Fractions.person(11))).isEmpty();
        assertThat(levels.basedOn()).containsExactly(DECISION.id());
    }

    @Test
    void decisionsBelowTheThresholdAreListedAndOneAtItIsNot() {
        CommitmentLevels at = CommitmentLevels.builder()
                .id(ID)
                .decision(EntryId.of("at"))
                .scale("fist to five")
                .lowest(0)
                .highest(5)
                .levels(Map.of("p-01", 4, "p-02", 2))
                .build();
        CommitmentLevels below = at.toBuilder()
                .decision(EntryId.of("below"))
                .putLevels("p-03", 2)
                .build();
        CommitmentLevels none =
                at.toBuilder().decision(EntryId.of("none")).levels(Map.of()).build();
        assertThat(CommitmentLevels.listBelow(List.of(at, below, none), Fraction.of(3, 5)))
                .containsExactly(EntryId.of("below"));
        assertThat(none.mean()).isInstanceOf(Measured.Missing.class);
    }

    @Test
    void gradesAreTurnedSoThatMoreIsMore() {
        CommitmentLevels levels = CommitmentLevels.ofGrades(
                ID,
                DECISION.id(),
                round(List.of(), ballot(1, Position.grade(1)), ballot(2, Position.grade(8)), ballot(3, Position.yes())),
                8);
        assertThat(levels.levels()).isEqualTo(Map.of("p-01", 8, "p-02", 1));
        assertThat(levels.meanShare()).isEqualTo(Measured.of(Rational.of(1, 2)));
        assertThatThrownBy(() ->
                        CommitmentLevels.ofGrades(ID, DECISION.id(), round(List.of(), ballot(1, Position.grade(6))), 5))
                .hasMessage("The level of p-01 is 0. Expected 1 to 5.");
    }

    @Test
    void aBallotThatDidNotCountShowsNoLevel() {
        Ballot stale = Ballot.of(Fractions.person(3), VotingContext.of(EntryId.of("older"), 1), Position.fingers(5));
        Ballot early = Ballot.of(Fractions.person(5), VotingContext.of(PROPOSAL.id(), 2), Position.fingers(5));
        CommitmentLevels levels = CommitmentLevels.ofFingers(
                ID,
                DECISION.id(),
                round(
                        List.of(
                                new LeftOut(Fractions.person(1), "recused"),
                                new LeftOut(Fractions.person(3), "on an older text"),
                                new LeftOut(Fractions.person(4), "several ballots by one person that do not agree")),
                        ballot(1, Position.fingers(1)),
                        ballot(2, Position.fingers(2)),
                        ballot(2, Position.fingers(2)),
                        stale,
                        ballot(3, Position.fingers(3)),
                        ballot(4, Position.fingers(4)),
                        ballot(4, Position.fingers(0)),
                        early,
                        ballot(6, Position.abstain())));
        assertThat(levels.levels()).isEqualTo(Map.of("p-02", 2, "p-03", 3));
    }
}
