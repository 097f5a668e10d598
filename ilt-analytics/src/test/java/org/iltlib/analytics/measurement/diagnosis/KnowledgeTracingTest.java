package org.iltlib.analytics.measurement.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.junit.jupiter.api.Test;

/**
 * 200 learners with 8 answers: steps and optimum from {@code bkt.json} (scaled forward–backward EM, the optimum confirmed
 * by BFGS). Other expected values by summing over all courses of the skill.
 */
class KnowledgeTracingTest {
    private static final SkillModel START = SkillModel.of(0.3, 0.12, 0.2, 0.08);

    private static byte[][] rows() {
        return SharedTables.lines("achievement/bkt_responses.csv").stream()
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    byte[] row = new byte[cells.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = Byte.parseByte(cells[i]);
                    }
                    return row;
                })
                .toArray(byte[][]::new);
    }

    private static void assertChances(SkillModel model, double tolerance, double... expected) {
        assertThat(model.known()).isCloseTo(expected[0], within(tolerance));
        assertThat(model.learning()).isCloseTo(expected[1], within(tolerance));
        assertThat(model.guess()).isCloseTo(expected[2], within(tolerance));
        assertThat(model.slip()).isCloseTo(expected[3], within(tolerance));
    }

    @Test
    void theFirstThreeStepsAreThoseOfTheReference() {
        Attempts attempts = Attempts.of(rows());
        TracingSums sums = KnowledgeTracing.sums(START, attempts);
        assertThat(sums.logLikelihood()).isCloseTo(-862.5837697464502, within(1e-10));
        SkillModel first = sums.next(START, KnowledgeTracing.MOST_ERROR);
        assertChances(first, 1e-12, 0.27815017651701185, 0.10628998054041988, 0.19499410006147022, 0.08302722895594584);
        sums = KnowledgeTracing.sums(first, attempts);
        assertThat(sums.logLikelihood()).isCloseTo(-861.5102011872199, within(1e-10));
        SkillModel second = sums.next(first, KnowledgeTracing.MOST_ERROR);
        assertChances(second, 1e-12, 0.28058242264319966, 0.10463819939624978, 0.1953412981055296, 0.08343524389252976);
        sums = KnowledgeTracing.sums(second, attempts);
        assertThat(sums.logLikelihood()).isCloseTo(-861.4898647221354, within(1e-10));
        SkillModel third = sums.next(second, KnowledgeTracing.MOST_ERROR);
        assertChances(third, 1e-12, 0.28197221950837603, 0.10410052497226491, 0.19542544291743513, 0.08367706684908571);
    }

    @Test
    void theOptimumIsThatOfTheReferenceFromEveryStart() {
        TracingFit fit =
                KnowledgeTracing.withDefaults().of(Attempts.of(rows())).value().orElseThrow();
        assertThat(fit.best().atRest()).isTrue();
        assertThat(fit.best().logLikelihood()).isCloseTo(-861.4853654617064, within(1e-8));
        assertChances(
                fit.model(), 1e-5, 0.2833241865958258, 0.10374828731164264, 0.19529015949843967, 0.08403861345421929);
        assertThat(fit.agreeing()).isEqualTo(5);
        assertThat(fit.model().forgetting()).isZero();
    }

    @Test
    void partsAddUpToTheWhole() {
        byte[][] rows = rows();
        Attempts front = Attempts.of(Arrays.copyOfRange(rows, 0, 70));
        Attempts back = Attempts.of(Arrays.copyOfRange(rows, 70, 200));
        TracingSums parts = KnowledgeTracing.sums(START, front).plus(KnowledgeTracing.sums(START, back));
        TracingSums whole = KnowledgeTracing.sums(START, Attempts.of(rows));
        assertThat(parts.logLikelihood()).isCloseTo(whole.logLikelihood(), within(1e-9));
        assertThat(parts.learned()).isCloseTo(whole.learned(), within(1e-9));
        assertThat(KnowledgeTracing.sums(START, front.merge(back))).isEqualTo(whole);
    }

    /** All 2^T courses of the skill, for ragged sequences. */
    @Test
    void likelihoodAndSumsAreThoseOfAllCoursesOfTheSkill() {
        allCourses(0.07);
        allCourses(0);
    }

    private static void allCourses(double forgetting) {
        SkillModel model = START.toBuilder().forgetting(forgetting).build();
        byte[][] rows = {{1, 0, 1, 1}, {0}, {1, 1}, {0, 1, 0}};
        double[] expected = new double[4];
        for (byte[] row : rows) {
            double all = 0;
            double[] weighted = new double[3];
            for (int course = 0; course < 1 << row.length; course++) {
                double p = 1;
                int gained = 0;
                int lost = 0;
                for (int t = 0; t < row.length; t++) {
                    boolean has = (course >> t & 1) == 1;
                    if (t == 0) {
                        p *= has ? 0.3 : 0.7;
                    } else if ((course >> (t - 1) & 1) == 1) {
                        p *= has ? 1 - forgetting : forgetting;
                        lost += has ? 0 : 1;
                    } else {
                        p *= has ? 0.12 : 0.88;
                        gained += has ? 1 : 0;
                    }
                    p *= has ? (row[t] == 1 ? 0.92 : 0.08) : (row[t] == 1 ? 0.2 : 0.8);
                }
                all += p;
                weighted[0] += p * gained;
                weighted[1] += p * lost;
                weighted[2] += p * Integer.bitCount(course);
            }
            expected[0] += Math.log(all);
            for (int i = 0; i < 3; i++) {
                expected[i + 1] += weighted[i] / all;
            }
        }
        TracingSums sums = KnowledgeTracing.sums(model, Attempts.of(rows));
        assertThat(sums.logLikelihood()).isCloseTo(expected[0], within(1e-12));
        assertThat(sums.learned()).isCloseTo(expected[1], within(1e-12));
        assertThat(sums.forgot()).isCloseTo(expected[2], within(1e-12));
        assertThat(sums.had()).isCloseTo(expected[3], within(1e-12));
        assertThat(sums.had() + sums.lacked()).isCloseTo(10, within(1e-12));
        assertThat(sums.hadBefore() + sums.lackedBefore()).isCloseTo(6, within(1e-12));
    }

    /** 2,000 wrong answers would overflow, 2,000 right ones underflow, were the weights not scaled. */
    @Test
    void longSequencesNeitherOverflowNorUnderflow() {
        byte[][] rows = {new byte[2_000], new byte[2_000]};
        Arrays.fill(rows[1], (byte) 1);
        TracingSums plain = KnowledgeTracing.sums(START, Attempts.of(rows));
        TracingSums general =
                KnowledgeTracing.sums(START.toBuilder().forgetting(1e-300).build(), Attempts.of(rows));
        assertThat(plain.logLikelihood()).isCloseTo(general.logLikelihood(), within(1e-8));
        assertThat(plain.lacked()).isCloseTo(general.lacked(), within(1e-6));
        assertThat(plain.guessed()).isCloseTo(general.guessed(), within(1e-6));
        assertThat(plain.slipped()).isCloseTo(general.slipped(), within(1e-6));
    }

    private static byte[][] drawn(SkillModel model, int students, int answers, long seed) {
        SplitMix chance = SplitMix.of(seed);
        byte[][] rows = new byte[students][answers];
        for (byte[] row : rows) {
            boolean has = chance.nextDouble() < model.known();
            for (int t = 0; t < answers; t++) {
                row[t] = (byte) (chance.nextDouble() < (has ? 1 - model.slip() : model.guess()) ? 1 : 0);
                has = has ? chance.nextDouble() >= model.forgetting() : chance.nextDouble() < model.learning();
            }
        }
        return rows;
    }

    @Test
    void theTruthIsFoundAgainWithAndWithoutForgetting() {
        SkillModel truth = SkillModel.of(0.25, 0.15, 0.2, 0.1);
        SkillModel found = KnowledgeTracing.withDefaults()
                .of(Attempts.of(drawn(truth, 5_000, 10, 5)))
                .value()
                .orElseThrow()
                .model();
        assertChances(found, 0.02, 0.25, 0.15, 0.2, 0.1);
        SkillModel losing = truth.toBuilder().forgetting(0.1).build();
        byte[][] rows = drawn(losing, 8_000, 15, 6);
        TracingFit with = KnowledgeTracing.withDefaults()
                .withForgetting()
                .of(Attempts.of(rows))
                .value()
                .orElseThrow();
        assertThat(with.model().forgetting()).isCloseTo(0.1, within(0.02));
        assertThat(with.best().logLikelihood())
                .isGreaterThan(KnowledgeTracing.withDefaults()
                        .of(Attempts.of(rows))
                        .value()
                        .orElseThrow()
                        .best()
                        .logLikelihood());
    }

    @Test
    void missingAnswersAreSkippedAndTheOrderOfStudentsChangesNoBit() {
        Measured<Boolean> yes = Measured.of(true);
        Measured<Boolean> no = Measured.of(false);
        Measured<Boolean> absent = Measured.missing(MissingReason.ABSENT);
        List<List<Measured<Boolean>>> students =
                new ArrayList<>(List.of(List.of(yes, absent, no), List.of(absent), List.of(no, yes)));
        Attempts attempts = Attempts.of(students);
        assertThat(attempts).hasToString("2 students, 4 answers");
        TracingSums sums = KnowledgeTracing.sums(START, attempts);
        assertThat(KnowledgeTracing.sums(START, Attempts.of(new byte[][] {{0, 1}, {1, -1, 0}, {}})))
                .isEqualTo(sums);
        Collections.reverse(students);
        assertThat(KnowledgeTracing.sums(START, Attempts.of(students))).isEqualTo(sums);
        assertThatThrownBy(() -> Attempts.of(new byte[][] {{2}})).hasMessageContaining("answer is 2");
    }

    @Test
    void oneAnswerAtATimeIsTheSameAsAllAtOnce() {
        List<SkillState> all = START.trace(List.of(true, false, true));
        SkillState state = START.start().after(true).after(false).after(true);
        assertThat(all.get(2)).isEqualTo(state);
        double had = 0.3 * 0.92 / (0.3 * 0.92 + 0.7 * 0.2);
        assertThat(all.get(0).chance()).isCloseTo(had + (1 - had) * 0.12, within(1e-15));
        assertThat(START.start().right()).isCloseTo(0.3 * 0.92 + 0.7 * 0.2, within(1e-15));
    }

    @Test
    void tooLittleIsMissingAndSwappedMeaningsAreRefused() {
        assertThat(KnowledgeTracing.withDefaults()
                        .of(Attempts.of(new byte[][] {{1, 0}}))
                        .toString())
                .contains("1 students with two answers");
        byte[][] same = new byte[20][4];
        assertThat(KnowledgeTracing.withDefaults().of(Attempts.of(same)).toString())
                .contains("all answers are the same");
        assertThatThrownBy(() -> SkillModel.of(0.5, 0.1, 0.7, 0.6)).hasMessageContaining("swapped");
        SkillModel sure = SkillModel.of(1, 0, 0, 0);
        assertThatThrownBy(() -> KnowledgeTracing.sums(sure, Attempts.of(new byte[][] {{0, 1}})))
                .hasMessageContaining("impossible");
        assertThat(SkillModel.FORM.read(SkillModel.FORM.write(START))).isEqualTo(START);
    }
}
