package org.iltlib.analytics.effectiveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.Measure;
import org.iltlib.impact.ConceptRating;
import org.iltlib.impact.IndicatorLink;
import org.iltlib.impact.Rubric;
import org.iltlib.impact.RubricConcept.Log;
import org.iltlib.team.CompositionReport;
import org.iltlib.team.CompositionRule;
import org.iltlib.team.Meeting;
import org.iltlib.team.PolicyPacks;
import org.iltlib.team.RuleFinding;
import org.junit.jupiter.api.Test;

class EffectivenessTest {
    private static final Rubric RUBRIC = Rubric.leadershipTeam(EntryId.of("rubric"));
    private static final List<PersonId> TEN = IntStream.range(0, 10)
            .mapToObj(i -> PersonId.of("p-%02d".formatted(i)))
            .toList();
    private static final RecordLevels LEVELS = RecordLevels.withDefaults();

    /** A meeting: agenda so many hours ahead, of ten members the last so many absent, facilitated in turn. */
    private static Meeting meeting(int number, long minutes, long hoursAhead, int absent) {
        Instant start = Instant.parse("2026-09-02T15:00:00Z").plus(Duration.ofDays(14L * number));
        Meeting.Builder meeting = Meeting.builder()
                .id(EntryId.of("meeting-" + number))
                .team(EntryId.of("team"))
                .start(start)
                .end(start.plus(Duration.ofMinutes(minutes)))
                .agendaPublished(start.minus(Duration.ofHours(hoursAhead)))
                .minutesPublished(start.plus(Duration.ofHours(30)))
                .putRoles("facilitator", TEN.get(number % (10 - absent)))
                .putRoles("recorder", TEN.get(1))
                .addAllPresent(TEN.subList(0, 10 - absent))
                .addAllAbsent(TEN.subList(10 - absent, 10));
        return meeting.build();
    }

    private static List<Meeting> meetings(int number, long minutes, long hoursAhead, int absent) {
        List<Meeting> meetings = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            meetings.add(meeting(i, minutes, hoursAhead, absent));
        }
        return meetings;
    }

    private static TeamYear year(List<Meeting> meetings) {
        return TeamYear.builder()
                .months(10)
                .addAllMeetings(meetings)
                .addAllMembers(TEN)
                .addLeaders(TEN.get(0))
                .build();
    }

    private static int place(TeamYear year, Log log) {
        return Optional.ofNullable(LEVELS.of(year).get(log))
                .map(RecordLevels.Level::place)
                .orElse(-1);
    }

    /** Fixture: 18 meetings of an hour in ten months; the team says "Exemplary", its record "Operational". */
    @Test
    void aTeamThatCallsItsFrequencyExemplaryIsOperationalByItsRecord() {
        ConceptRating rating =
                LEVELS.ratings(RUBRIC, Map.of("frequency", "Exemplary"), year(meetings(18, 60, 25, 0))).stream()
                        .filter(one -> one.concept().equals("frequency"))
                        .findFirst()
                        .orElseThrow();
        assertThat(rating.self().map(RUBRIC.levels()::get)).contains("Exemplary");
        assertThat(rating.derived().map(RUBRIC.levels()::get)).contains("Operational");
        assertThat(rating.gap()).hasValue(1);
        assertThat(rating.why().map(Explanation::toString).orElse(""))
                .contains("18 meetings in 10 months.")
                .contains("Twice a month would be 20; once, 10.")
                .contains("The median meeting took 60 minutes");
    }

    @Test
    void frequencyAsksForTwiceAMonthAndAnHour() {
        assertThat(place(year(meetings(20, 60, 25, 0)), Log.FREQUENCY)).isEqualTo(3);
        assertThat(place(year(meetings(20, 59, 25, 0)), Log.FREQUENCY)).isEqualTo(2);
        assertThat(place(year(meetings(10, 60, 25, 0)), Log.FREQUENCY)).isEqualTo(2);
        assertThat(place(year(meetings(9, 60, 25, 0)), Log.FREQUENCY)).isEqualTo(1);
        assertThat(place(year(List.of()), Log.FREQUENCY)).isZero();
        assertThat(LEVELS.of(year(List.of()))).containsOnlyKeys(Log.FREQUENCY);
    }

    /** Nobody absent: all; two of ten: 80 %, Operational; three: 70 %, Emerging; six: 40 %. */
    @Test
    void attendanceIsExemplaryOnlyIfTheLeadersMissedNothing() {
        assertThat(place(year(meetings(18, 60, 25, 0)), Log.ATTENDANCE)).isEqualTo(3);
        assertThat(place(year(meetings(18, 60, 25, 2)), Log.ATTENDANCE)).isEqualTo(2);
        assertThat(place(year(meetings(18, 60, 25, 3)), Log.ATTENDANCE)).isEqualTo(1);
        assertThat(place(year(meetings(18, 60, 25, 6)), Log.ATTENDANCE)).isZero();
        List<Meeting> once = new ArrayList<>(meetings(18, 60, 25, 0));
        once.set(17, meeting(17, 60, 25, 1));
        TeamYear missed = year(once).toBuilder().addLeaders(TEN.get(9)).build();
        assertThat(place(missed, Log.ATTENDANCE)).isEqualTo(2);
        assertThat(place(year(once), Log.ATTENDANCE)).isEqualTo(3);
    }

    /** 17 of 18 agendas in time are 94.4 %, below 19/20. */
    @Test
    void oneLateAgendaOfEighteenIsOperational() {
        List<Meeting> late = new ArrayList<>(meetings(18, 60, 25, 0));
        assertThat(place(year(late), Log.COMMUNICATION)).isEqualTo(3);
        late.set(3, meeting(3, 60, 23, 0));
        assertThat(place(year(late), Log.COMMUNICATION)).isEqualTo(2);
        assertThat(LEVELS.of(year(late)).get(Log.COMMUNICATION).why().claim())
                .isEqualTo("17 of 18 meetings had agenda and minutes in time.");
        assertThat(place(year(meetings(18, 60, 23, 0)), Log.COMMUNICATION)).isZero();
    }

    @Test
    void dutiesMustBeGivenAndMustRotate() {
        assertThat(place(year(meetings(18, 60, 25, 0)), Log.ROLES)).isEqualTo(3);
        assertThat(place(year(meetings(4, 60, 25, 0)), Log.ROLES)).isEqualTo(2);
        List<Meeting> without = new ArrayList<>(meetings(5, 60, 25, 0));
        without.set(0, without.get(0).toBuilder().roles(Map.of()).build());
        without.set(1, without.get(1).toBuilder().roles(Map.of()).build());
        assertThat(place(year(without), Log.ROLES)).isEqualTo(1);
    }

    @Test
    void compositionAndCyclesAreReadWhereTheRecordHasThem() {
        CompositionRule rule = PolicyPacks.DEFAULT.rules().get(0);
        CompositionReport report = new CompositionReport(
                PolicyPacks.DEFAULT,
                List.of(
                        new RuleFinding(rule, RuleFinding.Status.PASS, Explanation.of("Nine members.")),
                        new RuleFinding(rule, RuleFinding.Status.FAIL, Explanation.of("No one for grade 5."))),
                Optional.empty());
        TeamYear year = year(meetings(18, 60, 25, 0)).toBuilder()
                .composition(report)
                .cyclesDue(5)
                .cyclesClosed(4)
                .build();
        assertThat(place(year, Log.COMPOSITION)).isEqualTo(1);
        assertThat(place(year, Log.CYCLES)).isEqualTo(2);
        assertThat(place(year.toBuilder().cyclesClosed(0).build(), Log.CYCLES)).isZero();
        assertThat(place(year.toBuilder().cyclesDue(0).cyclesClosed(0).build(), Log.CYCLES))
                .isEqualTo(-1);
        assertThat(LEVELS.ratings(RUBRIC, Map.of("data", "Emerging"), year))
                .extracting(ConceptRating::concept)
                .containsExactly("composition", "frequency", "attendance", "roles", "data", "cycles", "communication");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        TeamYear year = year(List.of());
        assertThatThrownBy(() -> LEVELS.ratings(RUBRIC, Map.of("fun", "Emerging"), year))
                .hasMessageContaining("no concept \"fun\"");
        assertThatThrownBy(() ->
                        LEVELS.ratings(RUBRIC.toBuilder().addLevels("Beyond").build(), Map.of(), year))
                .hasMessageContaining("has 5 levels. Expected 4");
        assertThatThrownBy(() -> new RecordLevels(
                        Minimum.atLeast(Fraction.ONE), Minimum.atLeast(Fraction.HALF), Minimum.atLeast(Fraction.ONE)))
                .hasMessageContaining("Expected none below the one before");
        assertThatThrownBy(() -> year.toBuilder().cyclesClosed(1).build()).hasMessageContaining("1 of 0 due");
        assertThatThrownBy(() -> year.toBuilder().members(Set.of()).build())
                .hasMessageContaining("p-00 leads but is not among the members");
    }

    private static List<Measured<Double>> series(double... values) {
        return Arrays.stream(values).mapToObj(Measured::of).toList();
    }

    /** R 4: cor.test(x[1:8], y[2:9]). */
    @Test
    void aConditionGoesWithAnOutcomeAtTheLagStated() {
        IndicatorLink link = IndicatorLink.of(
                Measure.of("support", "support felt", "points", Direction.HIGHER_IS_BETTER),
                Measure.of("score", "mean score", "points", Direction.HIGHER_IS_BETTER),
                1);
        LeadLag.Result result = LeadLag.withDefaults()
                .of(link, series(3.1, 3.4, 3.2, 3.8, 3.6, 4.0, 3.9, 4.2), series(61, 60, 64, 63, 66, 64, 69, 68, 71));
        Estimate correlation = result.correlation().value().orElseThrow();
        assertThat(correlation.value()).isCloseTo(0.9693308662869876, within(1e-12));
        assertThat(correlation.lower()).isCloseTo(0.8350443514449019, within(1e-9));
        assertThat(correlation.upper()).isCloseTo(0.9946184812897316, within(1e-9));
        assertThat(correlation.n()).isEqualTo(8);
        assertThat(result.explain().toString())
                .startsWith("support felt and, 1 period(s) later, mean score: correlation 0.97")
                .endsWith("[associated]");
        assertThat(result.sentence("Support is associated with later scores.")).endsWith("[associated]");
        assertThatThrownBy(() -> result.sentence("Support led to higher scores."))
                .hasMessageContaining("led to");
    }

    @Test
    void whatIsNotMeasuredIsNoPair() {
        IndicatorLink link = IndicatorLink.of(
                Measure.of("a", "a", "points", Direction.HIGHER_IS_BETTER),
                Measure.of("b", "b", "points", Direction.HIGHER_IS_BETTER),
                2);
        List<Measured<Double>> gaps = new ArrayList<>(series(1, 2, 3, 5, 4));
        gaps.set(1, Measured.missing(MissingReason.NOT_COLLECTED));
        LeadLag study = LeadLag.withDefaults().withLevel(0.9);
        assertThat(study.of(link, gaps, series(0, 0, 1, 3, 2, 5, 7))
                        .correlation()
                        .map(Estimate::n))
                .isEqualTo(Measured.of(4L));
        assertThat(study.of(link, gaps, series(0, 0, 1, 3, 2)).correlation()).isInstanceOf(Measured.Missing.class);
        assertThat(study.of(link, series(1, 1, 1, 1, 1), series(0, 0, 1, 3, 2, 5, 7))
                        .correlation())
                .isInstanceOf(Measured.Missing.class);
    }

    @Test
    void roundingIsNeitherSpreadNorScatterAboutALine() {
        IndicatorLink link = IndicatorLink.of(
                Measure.of("a", "a", "points", Direction.HIGHER_IS_BETTER),
                Measure.of("b", "b", "points", Direction.HIGHER_IS_BETTER),
                1);
        double[] outcome = {0, 0, 1, 3, 2, 5, 7, 6};
        for (int hundredth = 1; hundredth < 100; hundredth++) {
            double value = hundredth / 100.0;
            double[] constant = new double[7];
            Arrays.fill(constant, value);
            assertThat(LeadLag.withDefaults()
                            .of(link, series(constant), series(outcome))
                            .correlation())
                    .as("all %s", value)
                    .isInstanceOf(Measured.Missing.class);
            double[] line = Arrays.stream(outcome).map(x -> x * value + 0.1).toArray();
            double[] before = Arrays.copyOfRange(outcome, 1, 8);
            assertThat(LeadLag.withDefaults()
                            .of(link, series(before), series(line))
                            .correlation())
                    .as("a line of slope %s", value)
                    .isInstanceOf(Measured.Missing.class);
        }
    }
}
