package org.iltlib.analytics.alignment.progression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.analytics.alignment.CoherenceMap;
import org.iltlib.analytics.alignment.Prerequisite;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;
import org.junit.jupiter.api.Test;

class ProgressionTest {
    private static StandardId id(String text) {
        return StandardId.of(text);
    }

    private static Prerequisite step(String before, String after) {
        return new Prerequisite(id(before), id(after));
    }

    /** Units of ten days, each with the standards between blanks. */
    private static Course course(String subject, int grade, String... units) {
        Course.Builder course = Course.builder()
                .id(EntryId.of(subject + grade))
                .framework(EntryId.of("f"))
                .title(subject + " " + grade)
                .subject(subject)
                .grade(GradeLevel.of(grade));
        for (int i = 0; i < units.length; i++) {
            course.addUnits(Unit.builder()
                    .id("u" + i)
                    .title("unit " + (i + 1))
                    .plannedDays(10)
                    .addAllStandards(Arrays.stream(units[i].split(" ", -1))
                            .map(StandardId::of)
                            .toList())
                    .build());
        }
        return course.build();
    }

    private static PrerequisiteGraph graph() {
        return PrerequisiteGraph.of(
                        List.of(id("a"), id("b"), id("c"), id("d"), id("e"), id("w")),
                        List.of(step("a", "b"), step("b", "c"), step("d", "c"), step("c", "e")))
                .withParts(Map.of(id("d"), id("w")));
    }

    @Test
    void whatIsTaughtBeforeWhatItNeedsIsTold() {
        Pacing pacing = Pacing.of(List.of(course("mathematics", 6, "b", "x", "a c"), course("mathematics", 5, "e")));
        assertThat(pacing.listConflicts(graph()))
                .extracting(TimingConflict::toString)
                .containsExactly(
                        "b (day 1 of grade 6, mathematics 6) needs a, which begins 20 days later",
                        "e (day 1 of grade 5, mathematics 5) needs c, which begins in grade 6");
        assertThat(pacing.listConflicts(graph()).get(1).daysLate()).isEmpty();
        assertThat(pacing.listSchedule()).extracting(StandardId::value).containsExactly("e", "b", "x", "a", "c");
        assertThat(pacing.teachings().get(0)).hasToString("b in grade 6, days 1 to 10");
    }

    @Test
    void whatBeginsOnTheSameDayIsNoConflict() {
        assertThat(Pacing.of(List.of(course("mathematics", 6, "c b a d"))).listConflicts(graph()))
                .isEmpty();
    }

    /** The whole of d counts for d: a unit that teaches w teaches its parts. */
    @Test
    void whatIsNeededAndNeverTaughtIsAGap() {
        Pacing gap = Pacing.of(List.of(course("mathematics", 6, "b", "c")));
        assertThat(gap.listGaps(graph()))
                .extracting(TimingConflict::toString)
                .containsExactly(
                        "b (day 1 of grade 6, mathematics 6) needs a, which is not taught",
                        "c (day 11 of grade 6, mathematics 6) needs d, which is not taught");
        assertThat(gap.listGaps(graph())).allMatch(TimingConflict::untaught);
        Pacing whole = Pacing.of(List.of(course("mathematics", 6, "a b w", "c")));
        assertThat(whole.listGaps(graph())).isEmpty();
        PrerequisiteGraph parted = PrerequisiteGraph.of(
                        List.of(id("p"), id("q"), id("w"), id("z")), List.of(step("w", "z")))
                .withParts(Map.of(id("p"), id("w"), id("q"), id("w")));
        assertThat(Pacing.of(List.of(course("m", 6, "p q z"))).listGaps(parted)).isEmpty();
        assertThat(Pacing.of(List.of(course("m", 6, "p z"))).listGaps(parted)).hasSize(1);
    }

    /** 6.RP.A.3 and 4.NF.B.3 own no arrow: those of their parts must be seen where a course names the whole. */
    @Test
    void aCourseThatNamesWholesIsHeldAgainstTheArrowsOfTheirParts() {
        PrerequisiteGraph parted = PrerequisiteGraph.of(
                        List.of(id("a"), id("w"), id("p"), id("q"), id("z")), List.of(step("a", "p"), step("q", "z")))
                .withParts(Map.of(id("p"), id("w"), id("q"), id("w")));
        assertThat(Pacing.of(List.of(course("m", 6, "z", "w", "a"))).listConflicts(parted))
                .extracting(TimingConflict::toString)
                .containsExactly(
                        "p (day 11 of grade 6, m 6) needs a, which begins 10 days later",
                        "z (day 1 of grade 6, m 6) needs q, which begins 10 days later");
        assertThat(Pacing.of(List.of(course("m", 6, "w", "z"))).listGaps(parted))
                .extracting(TimingConflict::toString)
                .containsExactly("p (day 1 of grade 6, m 6) needs a, which is not taught");
        assertThat(Pacing.of(List.of(course("m", 6, "a", "w", "z"))).listConflicts(parted))
                .isEmpty();
    }

    @Test
    void aWholeThatIsTaughtByItsPartsIsThereWithTheLastAndNeedsFromTheFirst() {
        PrerequisiteGraph parted = PrerequisiteGraph.of(
                        List.of(id("a"), id("w"), id("p"), id("q"), id("z")), List.of(step("a", "w"), step("w", "z")))
                .withParts(Map.of(id("p"), id("w"), id("q"), id("w")));
        assertThat(Pacing.of(List.of(course("m", 6, "p", "a", "z", "q"))).listConflicts(parted))
                .extracting(TimingConflict::toString)
                .containsExactly(
                        "w (day 1 of grade 6, m 6) needs a, which begins 10 days later",
                        "z (day 21 of grade 6, m 6) needs w, which begins 10 days later");
        assertThat(Pacing.of(List.of(course("m", 6, "p", "z"))).listGaps(parted))
                .extracting(TimingConflict::toString)
                .containsExactly(
                        "w (day 1 of grade 6, m 6) needs a, which is not taught",
                        "z (day 11 of grade 6, m 6) needs w, which is not taught");
    }

    @Test
    void backReachFromAPartGoesToWhatItsWholeNeeds() {
        PrerequisiteGraph parted = PrerequisiteGraph.of(
                        List.of(id("a"), id("c"), id("d"), id("p")), List.of(step("a", "c")))
                .withParts(Map.of(id("d"), id("c")));
        BackReach reach = BackReach.of(parted, List.of(id("d")), ProgressionTest::grade, Map.of());
        assertThat(reach.steps()).extracting(one -> one.standard().value()).containsExactly("a");
        assertThat(reach.steps().get(0).distance()).isEqualTo(1);
    }

    @Test
    void aWholeNeedsWhatItsPartNeedsToBeReady() {
        PrerequisiteGraph parted = PrerequisiteGraph.of(List.of(id("c"), id("b"), id("d")), List.of(step("b", "d")))
                .withParts(Map.of(id("d"), id("c")));
        TransitionReadiness ready = TransitionReadiness.of(
                parted,
                GradeLevel.of(5),
                one -> Optional.of(GradeLevel.of(one.equals(id("b")) ? 4 : 5)),
                List.of(),
                SuppressionPolicy.PUBLIC_DATA);
        assertThat(ready.needs().get(0).neededBy()).containsExactly(id("c"), id("d"));
    }

    @Test
    void oneSubjectMayWaitForAnother() {
        Pacing pacing = Pacing.of(List.of(course("mathematics", 6, "x", "ratio"), course("science", 6, "density")));
        List<Prerequisite> links = List.of(step("ratio", "density"));
        assertThat(pacing.listCrossSubjectConflicts(links))
                .extracting(TimingConflict::toString)
                .containsExactly(
                        "density (day 1 of grade 6, science 6) needs ratio, which begins 10 days later in mathematics 6");
        assertThat(Pacing.of(List.of(course("mathematics", 6, "density", "ratio")))
                        .listCrossSubjectConflicts(links))
                .isEmpty();
        assertThat(pacing.listConflicts(List.of(step("none", "density")))).isEmpty();
    }

    @Test
    void whatIsTaughtTwiceIsTold() {
        Pacing pacing = Pacing.of(List.of(course("m", 5, "a", "b"), course("m", 6, "a")));
        assertThat(pacing.listRepeats()).containsOnlyKeys(id("a"));
        assertThat(pacing.listRepeats().get(id("a"))).hasSize(2);
        assertThatThrownBy(() -> Pacing.of(List.of(course("m", 5, "a"), course("m", 5, "b"))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Teaching.builder()
                        .standard(id("a"))
                        .course("c")
                        .subject("s")
                        .unit("u")
                        .grade(GradeLevel.of(1))
                        .firstDay(3)
                        .lastDay(2)
                        .build())
                .hasMessageContaining("swapped");
    }

    private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 4, "c", 5, "d", 5, "e", 6, "w", 5);

    private static Optional<GradeLevel> grade(StandardId one) {
        return Optional.ofNullable(GRADES.get(one.value())).map(GradeLevel::of);
    }

    /** By hand: both rest on a; b and then a by result; what has no result comes last among its equals. */
    @Test
    void aWeakResultReachesBackToEarlierGradesInARankedOrder() {
        BackReach reach = BackReach.of(
                graph(),
                List.of(id("c"), id("e")),
                ProgressionTest::grade,
                Map.of(id("a"), Measured.of(Ratio.of(3, 5))));
        assertThat(reach.steps()).extracting(step -> step.standard().value()).containsExactly("a", "b", "c", "d");
        assertThat(reach.steps().get(0))
                .hasToString("a (grade 3): 2 weak standards rest on it, the nearest 2 steps away; result 3/5");
        assertThat(reach.steps().get(2).supports()).containsExactly(id("e"));
        BackReach parts = BackReach.of(graph(), List.of(id("w")), one -> Optional.of(GradeLevel.of(1)), Map.of());
        assertThat(parts.steps()).isEmpty();
        assertThatThrownBy(() -> BackReach.of(graph(), List.of(id("zz")), ProgressionTest::grade, Map.of()))
                .hasMessageContaining("not in the graph");
    }

    /** From a whole to its part is no step. */
    @Test
    void theDistanceDoesNotCountThePartsOfAStandard() {
        PrerequisiteGraph graph = PrerequisiteGraph.of(List.of(id("a"), id("p"), id("w")), List.of(step("a", "p")))
                .withParts(Map.of(id("p"), id("w")));
        BackReach reach = BackReach.of(
                graph, List.of(id("w")), one -> Optional.of(GradeLevel.of("a".equals(one.value()) ? 1 : 2)), Map.of());
        assertThat(reach.steps()).hasSize(1);
        assertThat(reach.steps().get(0).distance()).isEqualTo(1);
    }

    /** 94 ancestors with the parts, none without; most of them lie in earlier grades. */
    @Test
    void theRatioStandardOfGradeSixReachesBackThroughItsParts() throws IOException {
        Map<StandardId, GradeLevel> grades = CoherenceMap.grades();
        Function<StandardId, Optional<GradeLevel>> gradeOf = one -> Optional.ofNullable(grades.get(one));
        StandardId ratios = id("6.RP.A.3");
        assertThat(BackReach.of(CoherenceMap.raw(), List.of(ratios), gradeOf, Map.of())
                        .steps())
                .isEmpty();
        BackReach reach = BackReach.of(CoherenceMap.whole(), List.of(ratios), gradeOf, Map.of());
        long earlier = CoherenceMap.whole().listFoundations(ratios).stream()
                .filter(one -> grades.get(one).number() < 6)
                .count();
        assertThat(CoherenceMap.whole().listAncestors(ratios)).hasSize(94);
        assertThat(reach.steps())
                .hasSize((int) earlier)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(BackReach.Step::distance));
        assertThat(reach.steps().get(0).distance()).isEqualTo(1);
    }

    @Test
    void readinessIsToldOnWhatTheGradeNeedsDirectly() {
        TransitionReadiness ready = TransitionReadiness.of(
                graph(),
                GradeLevel.of(5),
                ProgressionTest::grade,
                List.of(new MasteryCount(id("b"), 12, 20), new MasteryCount(id("a"), 20, 20)),
                SuppressionPolicy.NCES_2011_603);
        assertThat(ready.needs()).extracting(need -> need.standard().value()).containsExactly("b");
        assertThat(ready.needs().get(0).neededBy()).containsExactly(id("c"));
        assertThat(ready.needs().get(0).share()).isEqualTo(Measured.of(Ratio.of(3, 5)));
        assertThat(ready.share()).isEqualTo(Measured.of(Ratio.of(3, 5)));
        assertThat(ready.listUnknown()).isEmpty();
        assertThat(ready.explanation().toString()).contains("grade 5: 3/5");
    }

    @Test
    void whatNobodyAssessedIsNotTakenForNotMastered() {
        TransitionReadiness none = TransitionReadiness.of(
                graph(), GradeLevel.of(5), ProgressionTest::grade, List.of(), SuppressionPolicy.PUBLIC_DATA);
        assertThat(none.listUnknown()).containsExactly(id("b"));
        assertThat(none.share().isReported()).isFalse();
        TransitionReadiness few = TransitionReadiness.of(
                graph(),
                GradeLevel.of(5),
                ProgressionTest::grade,
                List.of(new MasteryCount(id("b"), 1, 3)),
                SuppressionPolicy.NCES_2011_603);
        assertThat(few.needs().get(0).mastery()).isInstanceOf(Measured.Suppressed.class);
        assertThat(few.share().isReported()).isFalse();
        assertThat(few.listUnknown()).isEmpty();
        TransitionReadiness nobody = TransitionReadiness.of(
                graph(),
                GradeLevel.of(5),
                ProgressionTest::grade,
                List.of(new MasteryCount(id("b"), 0, 0)),
                SuppressionPolicy.NCES_2011_603);
        assertThat(nobody.needs().get(0).share().isReported()).isFalse();
        assertThatThrownBy(() -> new MasteryCount(id("b"), 2, 1)).hasMessageContaining("no more than there are");
    }
}
