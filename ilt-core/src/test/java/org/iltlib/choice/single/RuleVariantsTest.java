package org.iltlib.choice.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.junit.jupiter.api.Test;

/** Expected values by hand. */
class RuleVariantsTest {
    private static final List<String> ABC = List.of("a", "b", "c");

    @Test
    void overvotesFollowTheirTreatment() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.parse("0=1>2"), 4)
                .add(Ranking.of(2), 1)
                .build();
        assertThat(tops(profile, Overvotes.SHARE)).containsExactly("2", "2", "1");
        assertThat(tops(profile, Overvotes.SKIP_RANK)).containsExactly("0", "0", "5");
        assertThat(tops(profile, Overvotes.EXHAUST)).containsExactly("0", "0", "1");
        assertThat(tops(profile, Overvotes.EXHAUST_IF_MULTIPLE_CONTINUING)).containsExactly("0", "0", "1");
    }

    private static List<String> tops(Profile profile, Overvotes overvotes) {
        return InstantRunoff.withDefaults().withOvervotes(overvotes).count(profile).rounds().get(0).tallies().stream()
                .map(Rational::toString)
                .toList();
    }

    @Test
    void skippedRanksExhaustBeyondTheLimit() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.parse(">>0"), 3)
                .add(Ranking.of(1), 1)
                .build();
        InstantRunoff irv = InstantRunoff.withDefaults();
        assertThat(irv.withSkippedRanksAllowed(2).count(profile).winners()).containsExactly(0);
        Count strict = irv.withSkippedRanksAllowed(1).count(profile);
        assertThat(strict.winners()).containsExactly(1);
        assertThat(strict.rounds().get(0).exhausted()).isEqualTo(Rational.of(3));
    }

    @Test
    void tiesForEliminationAreFollowedTakenTogetherOrBroken() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 4)
                .add(Ranking.of(1, 0, 2), 2)
                .add(Ranking.of(2, 1, 0), 2)
                .build();
        InstantRunoff irv = InstantRunoff.withDefaults();
        assertThat(irv.count(profile).winners()).containsExactly(0, 1);
        assertThat(irv.count(profile).ties()).isNotEmpty();
        assertThat(irv.withTiesTogether().count(profile).winners()).containsExactly(0);
        Count chosen =
                irv.withTies(TieChain.of(TieBreaks.order(List.of(2, 1, 0)))).count(profile);
        assertThat(chosen.winners()).containsExactly(0);
        assertThat(chosen.ties().get(0).how()).isEqualTo("separated by fixed order");
        assertThat(irv.withContinuingToTwo().count(profile, List.of(0)).winners())
                .containsExactly(0);
    }

    @Test
    void goingOnToTwoAndBatchesChangeTheReportAndNotTheWinner() {
        Profile profile = Profile.builder(List.of("a", "b", "c", "d"))
                .add(Ranking.of(0), 10)
                .add(Ranking.of(1), 5)
                .add(Ranking.of(2, 1), 2)
                .add(Ranking.of(3, 1), 1)
                .build();
        InstantRunoff irv = InstantRunoff.withDefaults();
        assertThat(irv.count(profile).rounds()).hasSize(1);
        assertThat(irv.withContinuingToTwo().count(profile).rounds()).hasSize(3);
        assertThat(irv.withContinuingToTwo()
                        .withBatchElimination()
                        .count(profile)
                        .rounds())
                .hasSize(2);
        assertThat(irv.withContinuingToTwo().withBatchElimination().ruleName()).isEqualTo("irv-to-two-batch");
        assertThat(irv.withHalfOfAllValid().count(profile).winners()).containsExactly(0);
    }

    @Test
    void bordaTreatsPartialBallotsByItsConvention() {
        Profile profile = Profile.builder(List.of("a", "b", "c", "d", "e"))
                .add(Ranking.of(0, 1), 1)
                .build();
        assertThat(scores(SingleWinnerRules.BORDA, profile)).containsExactly("4", "3", "1", "1", "1");
        assertThat(scores(SingleWinnerRules.BORDA_ZERO, profile)).containsExactly("4", "3", "0", "0", "0");
        assertThat(scores(SingleWinnerRules.BORDA_MODIFIED, profile)).containsExactly("2", "1", "0", "0", "0");
        assertThatThrownBy(() -> SingleWinnerRules.BORDA_COMPLETE.count(profile))
                .hasMessageContaining("does not list every alternative");
        assertThat(scores(SingleWinnerRules.DOWDALL, profile)).containsExactly("1", "1/2", "0", "0", "0");
    }

    private static List<String> scores(SingleWinnerRule rule, Profile profile) {
        return rule.count(profile).rounds().get(0).tallies().stream()
                .map(Rational::toString)
                .toList();
    }

    @Test
    void gradeRulesDifferWhereTheyShould() {
        GradeProfile grades = GradeProfile.builder(ABC, 5)
                .add(3, 5, 4, 0)
                .add(2, 0, 4, 5)
                .add(1, -1, 1, 5)
                .build();
        assertThat(GradeRules.SCORE.count(grades).winners()).containsExactly(1);
        assertThat(GradeRules.STAR.count(grades).winners()).containsExactly(1);
        assertThat(GradeRules.APPROVAL.count(grades).winners()).containsExactly(1);
        assertThat(GradeRules.MAJORITY_JUDGMENT.count(grades).winners()).containsExactly(1);
        GradeProfile equal =
                GradeProfile.builder(ABC, 2).add(1, 2, 0, 1).add(1, 0, 2, 1).build();
        for (GradeRule rule : List.of(GradeRules.SCORE, GradeRules.STAR)) {
            assertThat(rule.count(equal).winners()).as(rule.ruleName()).hasSizeGreaterThan(1);
        }
        assertThat(GradeRules.MAJORITY_JUDGMENT.count(equal).winners()).containsExactly(2);
        assertThat(GradeRules.findByName("star")).contains(GradeRules.STAR);
        assertThatThrownBy(() -> GradeProfile.builder(ABC, 5).add(1, 6, 0, 0)).hasMessageContaining("grade is 6");
        assertThatThrownBy(() -> GradeProfile.builder(ABC, 5).add(1, 0)).hasMessageContaining("1 grades");
    }

    @Test
    void aFixedOrderSettlesEqualMargins() {
        Margins cycle = Margins.ofMatrix(ABC, new long[][] {{0, 4, 2}, {2, 0, 4}, {4, 2, 0}});
        assertThat(SingleWinnerRules.RANKED_PAIRS.count(cycle).winners()).containsExactly(0, 1, 2);
        assertThat(RankedPairs.withOrder(List.of(1, 2, 0)).count(cycle).winners())
                .containsExactly(1);
        assertThatThrownBy(() -> RankedPairs.withOrder(List.of(1, 2)).count(cycle))
                .hasMessageContaining("leaves out");
        assertThat(SingleWinnerRules.KEMENY.count(cycle).why().toString()).contains("fewest disagreements");
    }

    /** In a cycle of three each has the margin of the pair without it as its weight: 5, 1 and 3 of 9. */
    @Test
    void aCycleIsDrawnByTheMarginsOfTheOtherPairs() {
        Margins cycle = Margins.ofMatrix(ABC, new long[][] {{0, 1, 0}, {0, 0, 5}, {3, 0, 0}});
        MaximalLottery lottery = MaximalLottery.of(cycle);
        assertThat(lottery.chances()).containsExactly(Rational.of(5, 9), Rational.of(1, 3), Rational.of(1, 9));
        assertThat(lottery.unique()).isTrue();
        assertThat(MaximalLottery.ofMajorities(cycle).chances()).containsOnly(Rational.of(1, 3));
        assertThat(SingleWinnerRules.BIPARTISAN.count(cycle).winners()).containsExactly(0, 1, 2);
        Margins tied = Margins.ofMatrix(ABC, new long[][] {{0, 1, 1}, {1, 0, 1}, {0, 0, 0}});
        assertThat(MaximalLottery.of(tied).unique()).isFalse();
        assertThat(MaximalLottery.of(tied).support()).containsExactly(0, 1);
    }

    /**
     * a beats b by 8 to 2, b beats c by 9 to 4, c beats a by 10 to 8. By margins c > a is the weakest and a wins; by the
     * ballots of the winning side it is the strongest, a > b is the weakest, and b wins.
     */
    @Test
    void strengthByBallotsOrByMarginMayDecide() {
        Margins margins = Margins.ofMatrix(ABC, new long[][] {{0, 8, 8}, {2, 0, 9}, {10, 4, 0}});
        assertThat(SingleWinnerRules.RANKED_PAIRS.count(margins).winners()).containsExactly(0);
        assertThat(SingleWinnerRules.RIVER.count(margins).winners()).containsExactly(0);
        assertThat(SingleWinnerRules.RANKED_PAIRS_WINNING.count(margins).winners())
                .containsExactly(1);
        assertThat(RankedPairs.withOrder(List.of(0, 1, 2)).withWinningVotes().ruleName())
                .isEqualTo("ranked-pairs-winning-votes-fixed-order");
        RankedPairs lot = RankedPairs.allOrders().withLot("seed");
        Margins cycle = Margins.ofMatrix(ABC, new long[][] {{0, 4, 2}, {2, 0, 4}, {4, 2, 0}});
        assertThat(lot.count(cycle).winners())
                .hasSize(1)
                .isEqualTo(RankedPairs.allOrders().withLot("seed").count(cycle).winners());
        assertThat(lot.ruleName()).isEqualTo("ranked-pairs-lot");
    }

    /** Ten voters: a has median 2 with 4 above and 3 below, b with 3 above and 1 below, c with 1 above and none below. */
    @Test
    void theRulesOfTheMedianSeparateEqualOnesInTheirOwnWays() {
        GradeProfile grades = GradeProfile.builder(ABC, 4)
                .add(3, 4, 3, 2)
                .add(1, 4, 2, 3)
                .add(2, 2, 2, 2)
                .add(1, 2, 2, 2)
                .add(2, 1, 2, 2)
                .add(1, 0, 0, 2)
                .build();
        assertThat(GradeRules.MAJORITY_GAUGE.count(grades).winners()).containsExactly(0);
        assertThat(GradeRules.MAJORITY_JUDGMENT.count(grades).winners()).containsExactly(0);
        assertThat(GradeRules.TYPICAL_JUDGMENT.count(grades).winners()).containsExactly(1);
        assertThat(GradeRules.CENTRAL_JUDGMENT.count(grades).winners()).containsExactly(2);
        // 1 / 3 for a, 2 / 6 for b, 1 / 9 for c.
        assertThat(GradeRules.USUAL_JUDGMENT.count(grades).winners()).containsExactly(0, 1);
        GradeProfile none = GradeProfile.builder(ABC, 4).build();
        GradeRules.all()
                .forEach(rule -> assertThat(rule.count(none).winners())
                        .as(rule.ruleName())
                        .hasSize(3));
    }

    @Test
    void aMeanLeavesOutWhoHasNoOpinion() {
        GradeProfile grades = GradeProfile.builder(ABC, 5)
                .add(6, 4, -1, -1)
                .add(3, 3, 5, -1)
                .add(1, 0, 5, -1)
                .build();
        assertThat(GradeRules.SCORE.count(grades).winners()).containsExactly(0);
        assertThat(GradeRules.MEAN_SCORE.count(grades).winners()).containsExactly(1);
        MeanScore half = MeanScore.withDefaults().withQuorum(Minimum.atLeast(Fraction.HALF));
        assertThat(half.count(grades).winners()).containsExactly(0);
        assertThat(half.count(grades).rounds().get(0).tallies())
                .containsExactly(Rational.of(33, 10), Rational.of(5), Rational.ZERO);
        assertThat(half.count(GradeProfile.builder(ABC, 5).add(1, -1, -1, -1).build())
                        .winners())
                .isEmpty();
        assertThat(half.ruleName()).isEqualTo("mean-score-quorum");
    }

    /** Three with the same sum, a cycle of pairs among them: nobody leaves by pairs, the highest grades decide. */
    @Test
    void starTakesItsTieStepsInOrder() {
        GradeProfile cycle = GradeProfile.builder(ABC, 5)
                .add(1, 5, 3, 1)
                .add(1, 1, 4, 3)
                .add(1, 3, 2, 5)
                .build();
        assertThat(GradeRules.STAR.count(cycle).rounds().get(1).action()).isEqualTo("Second round of a and c.");
        assertThat(GradeRules.STAR.count(cycle).winners()).containsExactly(2);
        // b loses both of its pairs among the three with sum 6, and leaves first.
        GradeProfile pairs = GradeProfile.builder(ABC, 5)
                .add(1, 1, 0, 2)
                .add(1, 3, 1, 2)
                .add(1, 2, 5, 2)
                .build();
        assertThat(GradeRules.STAR.count(pairs).rounds().get(1).action()).isEqualTo("Second round of a and c.");
    }

    @Test
    void simplifiedBucklinTakesEveryMajority() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 2)
                .add(Ranking.of(1, 0, 2), 1)
                .add(Ranking.of(2, 1, 0), 2)
                .build();
        assertThat(SingleWinnerRules.BUCKLIN.count(profile).winners()).containsExactly(1);
        assertThat(SingleWinnerRules.BUCKLIN_SIMPLIFIED.count(profile).winners())
                .containsExactly(0, 1);
    }
}
