package org.iltlib.analytics.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.StandardId;
import org.iltlib.learning.enacted.LogDay;
import org.iltlib.learning.enacted.TaughtTime;
import org.iltlib.learning.enacted.TeachingLog;
import org.iltlib.learning.enacted.TimeUse;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class OpportunityToLearnTest {
    private static final StandardId S1 = StandardId.of("s1");
    private static final StandardId S2 = StandardId.of("s2");
    private static final Set<StandardId> INTENDED = Set.of(S1, S2, StandardId.of("s3"));
    private static final LocalDate DAY = LocalDate.of(2026, 9, 15);
    private static final OpportunityToLearn RULE = OpportunityToLearn.withDefaults().toBuilder()
            .addStrategies("worked examples")
            .addGroupings("small groups")
            .build();

    private static TeachingLog log(int teacher, TaughtTime... times) {
        return TeachingLog.builder()
                .id(EntryId.of("log-" + teacher))
                .course(EntryId.of("course"))
                .section("c" + teacher)
                .teacher(PersonId.of("p-0" + teacher))
                .scale("DOK")
                .addDays(new LogDay(DAY, 60, List.of(times)))
                .build();
    }

    private static TaughtTime other(TimeUse use, int minutes) {
        return TaughtTime.builder().use(use).minutes(minutes).build();
    }

    private static final TeachingLog RICH = log(
            1,
            TaughtTime.on(S1, 20).toBuilder()
                    .demand(3)
                    .strategy("worked examples")
                    .grouping("small groups")
                    .build(),
            TaughtTime.on(S2, 10).toBuilder().demand(1).strategy("copying").build(),
            TaughtTime.on(StandardId.of("beyond"), 10),
            other(TimeUse.CUSTOM, 12).toBuilder().grouping("whole class").build(),
            other(TimeUse.NON_INSTRUCTIONAL, 3));

    private static Measured<Rational> share(long part, long whole) {
        return Measured.of(Rational.of(part, whole));
    }

    @Test
    void aTeacherSeesEachShareOfTheOwnClass() {
        OtlReading own = RULE.own(RICH, INTENDED);
        assertThat(own.days()).isEqualTo(1);
        assertThat(own.onStandards()).isEqualTo(share(40, 60));
        assertThat(own.onCustom()).isEqualTo(share(12, 60));
        assertThat(own.notInstructed()).isEqualTo(share(3, 60));
        assertThat(own.notLogged()).isEqualTo(share(5, 60));
        assertThat(own.contentCovered()).isEqualTo(share(2, 3));
        assertThat(own.process()).isEqualTo(share(20, 30));
        assertThat(own.practice()).isEqualTo(share(20, 30));
        assertThat(own.grouping()).isEqualTo(share(20, 32));
    }

    @Test
    void whatNobodyLoggedIsMissingAndNotZero() {
        OtlReading bare = RULE.own(log(1), INTENDED);
        assertThat(bare.onStandards()).isEqualTo(share(0, 60));
        assertThat(bare.process()).hasToString("not collected: no demand is rated");
        assertThat(bare.practice()).hasToString("not collected: no strategy is logged");
        assertThat(OpportunityToLearn.withDefaults().own(RICH, INTENDED).grouping())
                .hasToString("not applicable: the rule names none");
        TeachingLog empty = RICH.toBuilder().days(List.of()).build();
        assertThat(RULE.own(empty, Set.of()).onStandards()).hasToString("not collected: no day was logged");
        assertThat(RULE.own(empty, Set.of()).contentCovered()).hasToString("not collected: no standard is intended");
    }

    private static List<TeachingLog> logs(int from, int to, int minutes) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(teacher -> log(teacher, TaughtTime.on(S1, minutes)))
                .toList();
    }

    private static List<TeachingLog> both(List<TeachingLog> some, List<TeachingLog> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Test
    void classesOfFewerThanFiveTeachersAreWithheld() {
        assertThat(RULE.of(logs(1, 4, 30), INTENDED)).hasToString("suppressed (groups of adults, fewer than 5)");
        assertThat(RULE.of(logs(1, 5, 30), INTENDED).map(OtlReading::onStandards))
                .isEqualTo(Measured.of(share(1, 2)));
        assertThat(RULE.of(List.of(), INTENDED)).hasToString("not collected: nobody logged");
    }

    @Test
    void aGroupOfClassesIsWithheldAlsoWhereItWouldGiveAnotherAway() {
        List<TeachingLog> all = both(logs(1, 6, 30), both(logs(7, 12, 15), logs(13, 15, 60)));
        Map<String, String> school = new HashMap<>();
        for (int i = 1; i <= 15; i++) {
            school.put("c" + i, i <= 6 ? "east" : i <= 12 ? "north" : "west");
        }
        SortedMap<String, Measured<OtlReading>> readings = RULE.bySectionGroup(all, INTENDED, school);
        assertThat(readings.keySet()).containsExactly("east", "north", "west");
        assertThat(readings.get("west").isReported()).isFalse();
        assertThat(readings.values().stream().filter(Measured::isReported)).hasSize(1);
        SortedMap<String, Measured<OtlReading>> two =
                RULE.bySectionGroup(both(logs(1, 6, 30), logs(7, 12, 15)), INTENDED, school);
        assertThat(two.get("east"))
                .isNotNull()
                .satisfies(east -> assertThat(east.map(OtlReading::onStandards)).isEqualTo(Measured.of(share(1, 2))));
    }

    /** Six classes, of which the first has 40 minutes of 60 and the others 15: (20·2/3 + 10·5·1/4) ÷ 70 = 31/84, and so on. */
    @Test
    void whatAStudentGroupMetIsWeighedByItsSeats() {
        List<TeachingLog> all = both(List.of(RICH), logs(2, 6, 15));
        Map<String, Map<String, Long>> seats = new HashMap<>();
        seats.put("c1", Map.of("learners", 20L, "others", 5L));
        for (int i = 2; i <= 6; i++) {
            seats.put("c" + i, Map.of("learners", 10L, "others", 15L));
        }
        SortedMap<String, Measured<OtlReading>> readings = RULE.byStudentGroup(all, INTENDED, seats);
        assertThat(readings.get("learners")).isNotNull().satisfies(reading -> {
            assertThat(reading.map(OtlReading::onStandards)).isEqualTo(Measured.of(share(31, 84)));
            assertThat(reading.value().orElseThrow().process())
                    .as("known of one teacher's class only")
                    .hasToString("suppressed (groups of adults, fewer than 5)");
            assertThat(reading.map(OtlReading::days)).isEqualTo(Measured.of(6));
        });
        assertThat(readings.get("others"))
                .isNotNull()
                .satisfies(reading ->
                        assertThat(reading.map(OtlReading::onStandards)).isEqualTo(Measured.of(share(265, 960))));
    }

    @Test
    void aSmallStudentGroupAndOneWithFewTeachersAreWithheld() {
        List<TeachingLog> all = logs(1, 6, 15);
        Map<String, Map<String, Long>> seats = new HashMap<>();
        for (int i = 1; i <= 6; i++) {
            seats.put("c" + i, i <= 3 ? Map.of("few teachers", 20L, "many", 10L) : Map.of("small", 2L, "many", 20L));
        }
        SortedMap<String, Measured<OtlReading>> readings = RULE.byStudentGroup(all, INTENDED, seats);
        assertThat(readings.get("few teachers")).hasToString("suppressed (groups of adults, fewer than 5)");
        assertThat(readings.get("small")).isNotNull().matches(reading -> !reading.isReported());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.byStudentGroup(List.of(RICH, RICH), INTENDED, seats));
    }

    private static TeachingLog empty(int teacher) {
        return log(teacher).toBuilder().days(List.of()).build();
    }

    /** Twelve teachers keep logs, one has a day: the figure would be that teacher's. */
    @Test
    void aLogWithoutADayIsNobodysCompany() {
        List<TeachingLog> all = both(
                logs(1, 1, 30),
                IntStream.rangeClosed(2, 12)
                        .mapToObj(OpportunityToLearnTest::empty)
                        .toList());
        assertThat(RULE.of(all, INTENDED)).hasToString("suppressed (groups of adults, fewer than 5)");
        assertThat(RULE.of(all.subList(1, 12), INTENDED)).hasToString("not collected: nobody logged");
        Map<String, String> school = new HashMap<>();
        Map<String, Map<String, Long>> seats = new HashMap<>();
        for (int i = 1; i <= 12; i++) {
            school.put("c" + i, i <= 6 ? "east" : "north");
            seats.put("c" + i, Map.of(i <= 6 ? "some" : "others", 20L));
        }
        assertThat(RULE.bySectionGroup(all, INTENDED, school).values()).noneMatch(Measured::isReported);
        assertThat(RULE.bySectionGroup(all, INTENDED, school).get("north")).hasToString("not collected: nobody logged");
        assertThat(RULE.byStudentGroup(all, INTENDED, seats).values()).noneMatch(Measured::isReported);
        assertThat(RULE.byStudentGroup(all, INTENDED, seats).get("others")).hasToString("not collected: nobody logged");
        assertThat(RULE.own(empty(1), INTENDED).contentCovered()).hasToString("not collected: no day was logged");
    }

    /** Six teachers have days and one of them rated demand: time is told, the process would be that teacher's own. */
    @Test
    void aShareOfOneTeachersMinutesIsWithheldWithinAFigureOfSix() {
        List<TeachingLog> all = both(List.of(RICH), logs(2, 6, 15));
        OtlReading together = RULE.of(all, INTENDED).value().orElseThrow();
        assertThat(together.onStandards()).isEqualTo(share(115, 360));
        assertThat(together.process()).hasToString("suppressed (groups of adults, fewer than 5)");
        assertThat(together.practice()).hasToString("suppressed (groups of adults, fewer than 5)");
        assertThat(together.grouping()).hasToString("suppressed (groups of adults, fewer than 5)");
        assertThat(RULE.own(RICH, INTENDED).process()).isEqualTo(share(20, 30));
    }

    private static List<TeachingLog> rated(String scale, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(teacher -> log(
                                teacher,
                                TaughtTime.on(S1, 45).toBuilder().demand(2).build())
                        .toBuilder()
                        .scale(scale)
                        .build())
                .toList();
    }

    /** Level 2 of the surveys of enacted curriculum is "perform procedures", which is no higher process. */
    @Test
    void aLevelOfAnotherScaleIsNoHigherProcess() {
        assertThat(RULE.of(rated("DOK", 1, 5), INTENDED).map(OtlReading::process))
                .isEqualTo(Measured.of(share(45, 45)));
        assertThat(RULE.of(rated("SEC mathematics", 1, 5), INTENDED)
                        .value()
                        .orElseThrow()
                        .process())
                .hasToString("not applicable: demand is logged on \"SEC mathematics\", the rule is for \"DOK\"");
        assertThat(RULE.of(both(rated("DOK", 1, 5), rated("Bloom", 6, 6)), INTENDED)
                        .value()
                        .orElseThrow()
                        .process()
                        .isReported())
                .isFalse();
        assertThat(RULE.toBuilder()
                        .scale(DemandScale.BLOOM)
                        .higherFrom(3)
                        .build()
                        .of(rated("Bloom", 1, 5), INTENDED)
                        .map(OtlReading::process))
                .isEqualTo(Measured.of(share(0, 45)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RULE.toBuilder().scale(DemandScale.SEC_MATHEMATICS).build())
                .withMessageContaining("no order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.toBuilder().higherFrom(5).build())
                .withMessageContaining("Expected 1 to 4");
    }
}
