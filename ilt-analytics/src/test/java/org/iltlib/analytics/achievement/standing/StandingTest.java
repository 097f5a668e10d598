package org.iltlib.analytics.achievement.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.iltlib.analytics.stats.Adjustment;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.curriculum.StandardId;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Finding;
import org.iltlib.finding.FindingSummary;
import org.iltlib.finding.Measure;
import org.iltlib.finding.Standing;
import org.iltlib.finding.StudentGroup;
import org.iltlib.impact.EffectBands;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final EntryId DATA = EntryId.of("dataset-1");
    private static final StandingRule RULE = StandingRule.of(SuppressionPolicy.NCES_2011_603);

    private static Topic topic(String standard) {
        return Topic.of(Subject.MATHEMATICS, StandardId.of(standard));
    }

    private static StandingCell cell(String standard, int grade) {
        return new StandingCell(topic(standard), GradeLevel.of(grade), Optional.empty());
    }

    private static Moments about(double mean, int n) {
        return new Moments(n, mean, 100.0 * (n - 1)); // standard deviation 10
    }

    private static List<Contrast> three() {
        return List.of(
                new Contrast(cell("5.NF.A.1", 5), about(60, 100), about(54, 400)),
                new Contrast(cell("5.NF.A.2", 5), about(50, 100), about(55, 400)),
                new Contrast(cell("4.NBT.A.1", 4), about(52, 100), about(51, 400)));
    }

    @Test
    void strengthsAndWeaknessesAreToldByStandardAndGrade() {
        List<StandingReading> readings = RULE.of(three());
        assertThat(readings.stream().map(StandingReading::standing))
                .containsExactly(Standing.STRENGTH, Standing.WEAKNESS, Standing.NEUTRAL);
        FindingSummary summary = StandingRule.summary(readings, EntryId.of("f"), DATA);
        assertThat(summary).isInstanceOf(FindingSummary.Complete.class);
        Finding first = summary.findings().get(0);
        assertThat(first.id()).isEqualTo(EntryId.of("f-1"));
        assertThat(first.standard()).contains(StandardId.of("5.NF.A.1"));
        assertThat(first.grade()).contains(GradeLevel.of(5));
        assertThat(first.statement())
                .isEqualTo(
                        "mathematics 5.NF.A.1, grade 5, all students: strength; the mean lies 6.00 points above that "
                                + "of the others.");
        assertThat(first.explanation().toString()).contains("Benjamini and Hochberg");
        assertThat(Finding.FORM.read(Finding.FORM.write(first))).isEqualTo(first);
        assertThat(readings.get(0)).hasToString("mathematics 5.NF.A.1, grade 5, all students: strength");
    }

    @Test
    void withoutAStrengthTheSummaryIsIncomplete() {
        assertThat(StandingRule.summary(RULE.of(three().subList(1, 3)), EntryId.of("f"), DATA))
                .isInstanceOf(FindingSummary.Incomplete.class);
    }

    @Test
    void aDifferenceTooSmallToMatterIsNoStrength() {
        List<Contrast> sure = List.of(new Contrast(cell("x", 3), about(50.4, 40_000), about(50, 400_000)));
        assertThat(RULE.of(sure).get(0).standing()).isEqualTo(Standing.NEUTRAL);
        StandingRule fine = StandingRule.builder()
                .policy(SuppressionPolicy.NCES_2011_603)
                .bands(new EffectBands(0.01, 0.2))
                .build();
        assertThat(fine.of(sure).get(0).standing()).isEqualTo(Standing.STRENGTH);
    }

    @Test
    void whereLessIsBetterTheLowerMeanIsTheStrength() {
        StandingRule.Builder rule = StandingRule.builder().policy(SuppressionPolicy.PUBLIC_DATA);
        Measure absent = Measure.of("days-missed", "days missed", "days", Direction.LOWER_IS_BETTER);
        assertThat(rule.measure(absent).build().of(three()).stream().map(StandingReading::standing))
                .containsExactly(Standing.WEAKNESS, Standing.STRENGTH, Standing.NEUTRAL);
        Measure size = Measure.of("size", "size", "students", Direction.NEITHER);
        assertThat(rule.measure(size).build().of(three()).stream().map(StandingReading::standing))
                .containsOnly(Standing.NEUTRAL);
    }

    @Test
    void askingManyQuestionsRaisesTheBar() {
        List<Contrast> many = new ArrayList<>();
        Contrast shaky = new Contrast(cell("shaky", 5), about(52.5, 100), about(50, 400));
        many.add(shaky);
        assertThat(RULE.of(many).get(0).standing()).isEqualTo(Standing.STRENGTH);
        for (int i = 0; i < 30; i++) {
            many.add(new Contrast(cell("s" + i, 5), about(50, 100), about(50, 400)));
        }
        assertThat(RULE.of(many).get(0).standing()).isEqualTo(Standing.NEUTRAL);
    }

    /** Nothing differs in truth: any strength or weakness is a false discovery, which Holm allows in 1 of 20 rounds. */
    @Test
    void falseDiscoveriesStayAtTheLimit() {
        Random random = new Random(4);
        StandingRule rule = StandingRule.builder()
                .policy(SuppressionPolicy.PUBLIC_DATA)
                .adjustment(Adjustment.HOLM)
                .build();
        int rounds = 0;
        for (int round = 0; round < 400; round++) {
            List<Contrast> nothing = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                double[] ours =
                        random.doubles(30).map(u -> random.nextGaussian()).toArray();
                double[] theirs =
                        random.doubles(60).map(u -> random.nextGaussian()).toArray();
                nothing.add(new Contrast(cell("s" + i, 5), Moments.of(ours), Moments.of(theirs)));
            }
            rounds += rule.of(nothing).stream().anyMatch(one -> one.standing() != Standing.NEUTRAL) ? 1 : 0;
        }
        assertThat(rounds / 400.0).isBetween(0.015, 0.085);
    }

    @Test
    void smallGroupsAreWithheldWithAnother() {
        List<Contrast> groups = new ArrayList<>();
        int[] sizes = {4, 40, 30};
        for (int i = 0; i < 3; i++) {
            groups.add(new Contrast(
                    new StandingCell(
                            Topic.of(Subject.READING), GradeLevel.of(3), Optional.of(StudentGroup.of("eth", "g" + i))),
                    about(70, sizes[i]),
                    about(50, 400)));
        }
        groups.add(new Contrast(cell("small", 3), about(60, 5), about(50, 400)));
        List<StandingReading> readings = RULE.of(groups);
        assertThat(readings.stream().map(one -> one.evidence().isReported()))
                .containsExactly(false, true, false, false);
        assertThat(readings.get(0).finding(EntryId.of("f"), DATA).standing()).isEqualTo(Standing.NEUTRAL);
        assertThat(readings.get(0).why().claim()).startsWith("reading, grade 3, eth g0: not shown");
        assertThatThrownBy(() -> RULE.of(List.of(groups.get(0), groups.get(0)))).hasMessageContaining("twice");
    }

    @Test
    void everyGradeIsCompleteOrNamed() {
        List<Finding> findings =
                StandingRule.summary(RULE.of(three()), EntryId.of("f"), DATA).findings();
        List<GradeLevel> grades = List.of(GradeLevel.of(3), GradeLevel.of(4), GradeLevel.of(5));
        GradeCompleteness found = GradeCompleteness.of(
                grades, findings, Map.of(GradeLevel.of(3), List.of(DATA), GradeLevel.of(4), List.of()));
        assertThat(found.isComplete()).isFalse();
        assertThat(found.withoutStrength()).containsExactly(GradeLevel.of(3), GradeLevel.of(4));
        assertThat(found.withoutRigor()).containsExactly(GradeLevel.of(4), GradeLevel.of(5));
        assertThat(found.explanation().toString()).contains("Without a strength: grade 3, grade 4.");
        GradeCompleteness five =
                GradeCompleteness.of(List.of(GradeLevel.of(5)), findings, Map.of(GradeLevel.of(5), List.of(DATA)));
        assertThat(five.isComplete()).isTrue();
        assertThat(five.explanation().toString()).startsWith("Every grade").contains("Without a strength: none.");
        assertThatThrownBy(() -> GradeCompleteness.of(List.of(), findings, Map.of()))
                .hasMessageContaining("grades is empty");
    }
}
