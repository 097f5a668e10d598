package org.iltlib.decision.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.decision.panel.ConsensusRule.Verdict;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class DelphiTest {
    private static final ConsensusRule BANDS = ConsensusRule.bands(new Fraction(7, 10), new Fraction(3, 20));

    /** One row for each panelist; 0 stands for no answer. */
    private static PanelRound round(int number, int[]... rows) {
        PanelRound.Builder builder = PanelRound.builder()
                .id(EntryId.of("panel-round/" + number))
                .question(EntryId.of("proposal/1"))
                .round(number);
        for (int item = 0; item < rows[0].length; item++) {
            builder.addItems("item " + (item + 1));
        }
        for (int p = 0; p < rows.length; p++) {
            Map<String, Integer> answers = new LinkedHashMap<>();
            for (int item = 0; item < rows[p].length; item++) {
                if (rows[p][item] > 0) {
                    answers.put("item " + (item + 1), rows[p][item]);
                }
            }
            builder.putRatings("panelist " + (p + 1), answers);
        }
        return builder.build();
    }

    private static PanelRound column(int number, int... answers) {
        int[][] rows = new int[answers.length][];
        for (int p = 0; p < answers.length; p++) {
            rows[p] = new int[] {answers[p]};
        }
        return round(number, rows);
    }

    private static Verdict verdict(ConsensusRule rule, int... answers) {
        return Delphi.of(rule)
                .assess(List.of(column(1, answers)))
                .items()
                .get(0)
                .verdict();
    }

    /** By hand: 7 of 10 are 70 %, 1 of 10 is below 15 %, 2 of 10 is not. */
    @Test
    void bandsAskForSevenInTenAndNotFifteenInAHundredAgainst() {
        assertThat(verdict(BANDS, 9, 9, 8, 8, 7, 7, 7, 5, 4, 3)).isEqualTo(Verdict.IN);
        assertThat(verdict(BANDS, 9, 9, 8, 8, 7, 7, 7, 5, 3, 3)).isEqualTo(Verdict.OPEN);
        assertThat(verdict(BANDS, 9, 9, 8, 8, 7, 7, 6, 5, 4, 3)).isEqualTo(Verdict.OPEN);
        assertThat(verdict(BANDS, 1, 1, 2, 2, 3, 3, 3, 5, 6, 7)).isEqualTo(Verdict.OUT);
    }

    @Test
    void whoDidNotAnswerIsInNoShare() {
        assertThat(verdict(BANDS, 9, 9, 8, 8, 7, 7, 7, 5, 4, 3, 0, 0, 0, 0)).isEqualTo(Verdict.IN);
        PanelItem nobody =
                Delphi.of(BANDS).assess(List.of(column(1, 0, 0))).items().get(0);
        assertThat(nobody.answered()).isZero();
        assertThat(nobody.median()).isInstanceOf(Measured.Missing.class);
        assertThat(nobody.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(verdict(new ConsensusRule.FewOutside(2), 0, 0)).isEqualTo(Verdict.OPEN);
        assertThat(verdict(new ConsensusRule.Spread(Rational.ONE), 0, 0)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void fewOutsideCountsThoseBeyondTheOuterThird() {
        ConsensusRule rule = new ConsensusRule.FewOutside(2);
        assertThat(verdict(rule, 9, 9, 8, 8, 7, 7, 7, 7, 4, 3)).isEqualTo(Verdict.IN);
        assertThat(verdict(rule, 9, 9, 8, 8, 7, 7, 7, 5, 4, 3)).isEqualTo(Verdict.OPEN);
        assertThat(verdict(rule, 1, 1, 1, 2, 2, 2, 3, 3, 9, 9)).isEqualTo(Verdict.OUT);
        assertThat(verdict(rule, 1, 9)).isEqualTo(Verdict.OPEN);
        assertThat(rule.words()).contains("at most 2 outside");
    }

    /** R: quantile(c(5,6,7,8), c(.25,.5,.75)) gives 5.75 6.5 7.25, so the quartiles are 1.5 apart. */
    @Test
    void spreadIsTheDistanceOfTheQuartiles() {
        assertThat(verdict(new ConsensusRule.Spread(Rational.of(3, 2)), 5, 6, 7, 8))
                .isEqualTo(Verdict.IN);
        assertThat(verdict(new ConsensusRule.Spread(Rational.ONE), 5, 6, 7, 8)).isEqualTo(Verdict.OPEN);
        assertThat(verdict(new ConsensusRule.Spread(Rational.ONE), 2, 2, 3)).isEqualTo(Verdict.OUT);
        assertThat(verdict(new ConsensusRule.Spread(Rational.ONE), 5, 5, 5)).isEqualTo(Verdict.OPEN);
        PanelItem item =
                Delphi.of(BANDS).assess(List.of(column(1, 5, 6, 7, 8))).items().get(0);
        assertThat(item.median()).isEqualTo(Measured.of(Rational.of(13, 2)));
        assertThat(item.spread()).isEqualTo(Measured.of(Rational.of(3, 2)));
    }

    @Test
    void aPanelGoesOnUntilItAgreesOrNothingMoves() {
        PanelRound first = round(1, new int[] {9, 5}, new int[] {8, 2}, new int[] {7, 9}, new int[] {5, 5});
        PanelRound moved = round(2, new int[] {9, 6}, new int[] {8, 3}, new int[] {7, 9}, new int[] {7, 5});
        PanelRound still = round(2, new int[] {9, 5}, new int[] {8, 2}, new int[] {7, 9}, new int[] {7, 5});
        PanelRound agreed = round(2, new int[] {9, 7}, new int[] {8, 7}, new int[] {7, 9}, new int[] {7, 8});
        Delphi delphi = Delphi.of(BANDS);
        assertThat(delphi.assess(List.of(first)).status()).isEqualTo(Outcome.Status.NEEDS_ROUND);
        assertThat(delphi.assess(List.of(first, moved)).status()).isEqualTo(Outcome.Status.NEEDS_ROUND);
        PanelResult stuck = delphi.assess(List.of(first, still));
        assertThat(stuck.status()).isEqualTo(Outcome.Status.ESCALATED);
        assertThat(stuck.why().toString()).contains("no longer move", "item 2: open", "changed 0");
        assertThat(stuck.listItems(Verdict.IN)).containsExactly("item 1");
        assertThat(stuck.listItems(Verdict.OPEN)).containsExactly("item 2");
        PanelResult end = delphi.assess(List.of(first, agreed));
        assertThat(end.status()).isEqualTo(Outcome.Status.ADOPTED);
        assertThat(delphi.withMostRounds(2).assess(List.of(first, moved)).status())
                .isEqualTo(Outcome.Status.ESCALATED);
        assertThat(delphi.withMostChanged(Fraction.ONE)
                        .assess(List.of(first, moved))
                        .status())
                .isEqualTo(Outcome.Status.ESCALATED);
    }

    /** Of two who answered twice one changed; the third answers for the first time. */
    @Test
    void onlyWhoAnsweredTwiceCanHaveChanged() {
        PanelItem item = Delphi.of(BANDS)
                .assess(List.of(column(1, 5, 6, 0), column(2, 5, 7, 9)))
                .items()
                .get(0);
        assertThat(item.changed()).isEqualTo(Measured.of(Rational.of(1, 2)));
        assertThat(item.isStable()).isFalse();
    }

    /** W = 1 and 1/9 by hand: rank sums 3, 6, 9, 12 and 6, 7, 8, 9 of three raters. */
    @Test
    void concordanceOfRankingsWithoutTies() {
        List<Integer> up = List.of(1, 2, 3, 4);
        List<Integer> down = List.of(4, 3, 2, 1);
        assertThat(Concordance.of(List.of(up, up, up))).isEqualTo(Measured.of(Rational.ONE));
        assertThat(Concordance.of(List.of(up, up, down))).isEqualTo(Measured.of(Rational.of(1, 9)));
    }

    /**
     * R: friedman.test(matrix(c(9,7,7,3, 8,8,5,2, 7,9,6,6, 9,6,6,1, 8,7,7,7), nrow = 5, byrow = TRUE))$statistic is
     * 11.428571428571429 = m (n − 1) W, so W is 0.76190476190476197 = 16/21.
     */
    @Test
    void concordanceIsCorrectedForTies() {
        PanelResult result = Delphi.of(BANDS)
                .assess(List.of(round(
                        1,
                        new int[] {9, 7, 7, 3},
                        new int[] {8, 8, 5, 2},
                        new int[] {7, 9, 6, 6},
                        new int[] {9, 6, 6, 1},
                        new int[] {8, 7, 7, 7},
                        new int[] {8, 0, 7, 7})));
        assertThat(result.concordance()).isEqualTo(Measured.of(Rational.of(16, 21)));
        assertThat(result.complete()).isEqualTo(5);
    }

    @Test
    void concordanceThatCannotBeIsMissing() {
        List<Integer> flat = List.of(3, 3, 3);
        assertThat(Concordance.of(List.of())).isInstanceOf(Measured.Missing.class);
        assertThat(Concordance.of(List.of(List.of(1, 2)))).isInstanceOf(Measured.Missing.class);
        assertThat(Concordance.of(List.of(List.of(1), List.of(2)))).isInstanceOf(Measured.Missing.class);
        assertThat(Concordance.of(List.of(flat, flat)).toString()).contains("all rate all items equally");
        assertThatThrownBy(() -> Concordance.of(List.of(flat, List.of(1, 2)))).hasMessageContaining("2 ratings");
    }

    @Test
    void roundsThatDoNotFitAreRefused() {
        Delphi delphi = Delphi.of(BANDS);
        assertThatThrownBy(() -> delphi.assess(List.of())).hasMessageContaining("rounds");
        assertThatThrownBy(() -> delphi.assess(List.of(column(2, 5))))
                .hasMessageContaining("Round 2 stands at place 1");
        assertThatThrownBy(() -> delphi.assess(List.of(column(1, 5), round(2, new int[] {5, 5}))))
                .hasMessageContaining("other items");
        assertThatThrownBy(() -> column(1, 10)).hasMessageContaining("is 10. Expected 1 to 9");
        assertThatThrownBy(() -> delphi.withMostRounds(0)).hasMessageContaining("mostRounds is 0");
        List<String> none = new ArrayList<>();
        assertThatThrownBy(() -> column(1, 5).toBuilder().items(none).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoundIsReadBackAsItWasWritten() {
        PanelRound round = round(1, new int[] {9, 5}, new int[] {8, 0});
        assertThat(PanelRound.FORM.read(CanonicalJson.read(CanonicalJson.write(PanelRound.FORM.write(round)))))
                .isEqualTo(round);
        assertThat(round.basedOn()).containsExactly(EntryId.of("proposal/1"));
        assertThat(round.kind()).isEqualTo(PanelRound.KIND);
    }

    @Test
    void theRulesOfAPanelAreRecordedBeforeItsFirstRound() {
        for (ConsensusRule rule : List.of(
                BANDS,
                new ConsensusRule.FewOutside(2),
                new ConsensusRule.FewOutsideBySize(),
                new ConsensusRule.Spread(Rational.of(3, 2), QuantileType.TYPE_6))) {
            for (StabilityRule stability : List.of(
                    new StabilityRule.ChangedAtMost(new Fraction(1, 5)),
                    new StabilityRule.SameMedian(QuantileType.TYPE_2),
                    new StabilityRule.KappaAtLeast(new Fraction(3, 5)))) {
                PanelPlan plan = new PanelPlan(
                        EntryId.of("panel-plan/1"), EntryId.of("proposal/1"), new Delphi(rule, stability, 4));
                String written = CanonicalJson.write(PanelPlan.FORM.write(plan));
                assertThat(PanelPlan.FORM.read(CanonicalJson.read(written))).isEqualTo(plan);
                assertThat(plan.basedOn()).containsExactly(EntryId.of("proposal/1"));
                assertThat(plan.kind()).isEqualTo(PanelPlan.KIND);
            }
        }
    }

    @Test
    void theEndOfAPanelIsToldAsAnOutcome() {
        Delphi delphi = Delphi.of(BANDS);
        PanelRound split = round(1, new int[] {9, 5}, new int[] {8, 2}, new int[] {7, 9}, new int[] {8, 5});
        Outcome going = delphi.outcome(List.of(split), 2);
        assertThat(going.status()).isEqualTo(Outcome.Status.NEEDS_ROUND);
        assertThat(going.protocol()).isEqualTo("delphi");
        assertThat(going.round()).isEqualTo(1);
        assertThat(going.revision()).isEqualTo(2);
        assertThat(going.nextStep().orElseThrow()).contains("rate again");
        Outcome ended = delphi.withMostRounds(1).outcome(List.of(split), 1);
        assertThat(ended.status()).isEqualTo(Outcome.Status.ESCALATED);
        assertThat(ended.chosen()).containsExactly("item 1");
        assertThat(ended.counts()).isEqualTo(Map.of("in", 1, "out", 0, "open", 1));
        assertThat(ended.nextStep()).contains("Somebody else decides on item 2.");
        Outcome in = delphi.outcome(List.of(round(1, new int[] {9, 1}, new int[] {8, 2})), 1);
        assertThat(in.status()).isEqualTo(Outcome.Status.ADOPTED);
        assertThat(in.chosen()).containsExactly("item 1");
        assertThat(in.count("out")).isEqualTo(1);
        assertThat(in.nextStep()).isEmpty();
        assertThat(in.explanation().toString()).contains("agrees on every item");
        Outcome out = delphi.outcome(List.of(column(1, 1, 2, 1)), 1);
        assertThat(out.status()).isEqualTo(Outcome.Status.REJECTED);
        assertThat(out.chosen()).isEmpty();
    }
}
