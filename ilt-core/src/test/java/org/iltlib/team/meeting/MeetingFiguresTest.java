package org.iltlib.team.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.TeamId;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.AgendaItem.Category;
import org.iltlib.team.AgendaItem.Purpose;
import org.iltlib.team.Contribution;
import org.iltlib.team.Meeting;
import org.iltlib.team.MeetingMeasures;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;
import org.iltlib.team.meeting.NormTrend.Change;
import org.iltlib.team.meeting.Recap.Result;
import org.junit.jupiter.api.Test;

/** A year of 18 meetings of an hour each, as Maple Grove's story has it, and smaller cases. */
class MeetingFiguresTest {
    private static final PersonId PRINCIPAL = PersonId.of("p-01");
    private static final PersonId TEACHER = PersonId.of("p-02");
    private static final PersonId OTHER = PersonId.of("p-03");
    private static final Team TEAM = Team.builder()
            .id(EntryId.of("team"))
            .team(TeamId.of("ilt"))
            .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
            .unit(OrgUnitId.of("s"))
            .name("ILT")
            .formed(LocalDate.of(2026, 8, 1))
            .addSeats(
                    Seat.of(PRINCIPAL, StakeholderGroup.ADMINISTRATOR).toBuilder()
                            .addOffices(Office.PRINCIPAL)
                            .build(),
                    Seat.of(TEACHER, StakeholderGroup.TEACHER),
                    Seat.of(OTHER, StakeholderGroup.TEACHER),
                    Seat.builder().group(StakeholderGroup.PARENT).build())
            .build();
    private static final Instant FIRST = Instant.parse("2026-09-09T20:00:00Z");

    /** Every second Wednesday, 39 of 60 minutes instructional; the third is that of 7 October. */
    private static Meeting meeting(int number) {
        Instant start = FIRST.plus(Duration.ofDays(14L * number));
        return Meeting.builder()
                .id(EntryId.of("meeting/" + start.toString().substring(0, 10)))
                .team(TEAM.id())
                .start(start)
                .end(start.plus(Duration.ofHours(1)))
                .addAgenda(
                        AgendaItem.of("Reading", Purpose.DECIDE, Category.INSTRUCTIONAL, 39).toBuilder()
                                .closed(true)
                                .build(),
                        AgendaItem.of("Duties", Purpose.INFORM, Category.OPERATIONAL, 21))
                .addPresent(PRINCIPAL, TEACHER)
                .addAbsent(OTHER)
                .agendaPublished(start.minus(Duration.ofHours(number == 2 ? 23 : 24)))
                .minutesPublished(start.plus(Duration.ofHours(49)))
                .build();
    }

    private static MeetingFigures figures(List<Meeting> meetings) {
        return MeetingFigures.of(MeetingMeasures.withDefaults(), TEAM, meetings);
    }

    private static List<Meeting> year() {
        List<Meeting> meetings = new ArrayList<>(
                IntStream.range(0, 18).mapToObj(MeetingFiguresTest::meeting).toList());
        Collections.reverse(meetings);
        return meetings;
    }

    @Test
    void anAgendaSentTwentyThreeHoursAheadIsOneBreachSoSeventeenOfEighteen() {
        Figure punctuality = figures(year()).agendaPunctuality();
        assertThat(punctuality.value().orElse(0.0)).isEqualTo(17.0 / 18);
        assertThat(punctuality).hasToString("Agenda in time: 17 of 18 meetings.\n  meeting/2026-10-07: 1 h late.");
        assertThat(figures(year()).minutesPunctuality().value().orElse(0.0)).isEqualTo(1.0);
    }

    @Test
    void sevenHundredTwoOfOneThousandEightyMinutesAreAFocusOfSixtyFiveHundredths() {
        Figure focus = figures(year()).instructionalFocus();
        assertThat(focus.value().orElse(0.0)).isEqualTo(0.65);
        assertThat(focus).hasToString("Instructional focus: 702 of 1080 minutes.");
    }

    @Test
    void minutesAreToldByPurposeAndCategoryZeroIncluded() {
        MeetingFigures figures = figures(year());
        assertThat(figures.minutesByPurpose())
                .isEqualTo(Map.of(Purpose.INFORM, 378L, Purpose.CONSULT, 0L, Purpose.DECIDE, 702L, Purpose.LEARN, 0L));
        assertThat(figures.minutesByCategory())
                .isEqualTo(Map.of(Category.INSTRUCTIONAL, 702L, Category.OPERATIONAL, 378L, Category.PROCEDURAL, 0L));
    }

    @Test
    void whatWasNotSentAndByHowMuchTheRestWasLateIsTold() {
        Meeting late = meeting(0).toBuilder()
                .minutesPublished(FIRST.plus(Duration.ofMinutes(60 + 48 * 60 + 90)))
                .build();
        Meeting never =
                meeting(1).toBuilder().minutesPublished(Optional.empty()).build();
        assertThat(figures(List.of(late, never, meeting(2))).minutesPunctuality())
                .hasToString("""
                        Minutes in time: 1 of 3 meetings.
                          meeting/2026-09-09: 1 h 30 min late.
                          meeting/2026-09-23: not sent.""");
    }

    @Test
    void attendanceIsByRole() {
        MeetingFigures figures = figures(List.of(meeting(0), meeting(1)));
        assertThat(figures.attendanceByGroup().keySet())
                .containsExactly(StakeholderGroup.ADMINISTRATOR, StakeholderGroup.TEACHER);
        assertThat(figures.attendanceByGroup().get(StakeholderGroup.TEACHER))
                .hasToString("Attendance of teachers: 2 of 4 times.");
        assertThat(figures(List.of())
                        .attendanceByGroup()
                        .get(StakeholderGroup.TEACHER)
                        .value()
                        .isReported())
                .isFalse();
    }

    @Test
    void theAttendanceOfOnePersonIsNotTold() {
        MeetingFigures figures = figures(List.of(meeting(0), meeting(1)));
        Figure principal = figures.attendanceByOffice().get(Office.PRINCIPAL);
        assertThat(principal.value().isReported()).isFalse();
        assertThat(principal).hasToString("Attendance of principal: that of one person is not told.");
        assertThat(figures.explanation().toString())
                .contains("Attendance of administrators: that of one person is not told.");
    }

    @Test
    void decisionsAreCountedByTheHour() {
        MeetingFigures figures = figures(year());
        assertThat(figures.decisionYield().value().orElse(0.0)).isEqualTo(1);
        assertThat(figures.decisionYield(27)).hasToString("Decisions by the hour: 27 in 1080 minutes.");
        assertThat(figures.decisionYield(27).value().orElse(0.0)).isEqualTo(1.5);
        assertThat(figures.agendaCompletion().value().orElse(0.0)).isEqualTo(0.5);
        assertThat(figures(List.of()).decisionYield().value().isReported()).isFalse();
    }

    private static Meeting checked(int number, boolean kept) {
        return meeting(number).toBuilder().putNormsKept("voice", kept).build();
    }

    @Test
    void aNormIsFollowedCheckByCheck() {
        MeetingFigures figures = figures(List.of(
                checked(4, true),
                checked(0, false),
                meeting(1),
                checked(2, true),
                checked(3, false),
                checked(5, true)));
        NormTrend trend = figures.norm("voice");
        assertThat(trend.checks()).containsExactly(false, true, false, true, true);
        assertThat(trend.adherence().orElse(0.0)).isEqualTo(0.6);
        assertThat(trend.change()).isEqualTo(Measured.of(Change.BETTER));
        assertThat(trend.explanation())
                .hasToString("voice was kept at 3 of 5 checks.\n  Of the first 2 checks at 1, of the last 2 at 2.");
        assertThat(new NormTrend("n", List.of(true, true, false, true)).change())
                .isEqualTo(Measured.of(Change.WORSE));
        assertThat(new NormTrend("n", List.of(true, false, false, true)).change())
                .isEqualTo(Measured.of(Change.THE_SAME));
        // The middle one of an odd number counts for neither half.
        assertThat(new NormTrend("n", List.of(false, true, true, false, true)).change())
                .isEqualTo(Measured.of(Change.THE_SAME));
        assertThat(new NormTrend("n", List.of(true, false, false)).change().isReported())
                .isFalse();
        assertThat(figures.norm("never").adherence().isReported()).isFalse();
        assertThat(figures.listNorms()).containsExactly(trend);
        assertThat(figures.normsChecked()).hasToString("Norms checked: 5 of 6 meetings.");
        assertThat(figures.explanation().toString())
                .contains(
                        "6 meetings.",
                        "Minutes by purpose: inform 126, consult 0, decide 234, learn 0.",
                        "voice was kept");
    }

    @Test
    void aRecapSaysWhatWasDealtWithWhatCameOfItAndWhoDoesWhat() {
        Meeting meeting = meeting(2).toBuilder()
                .agenda(List.of(
                        AgendaItem.of("Reading", Purpose.DECIDE, Category.INSTRUCTIONAL, 39).toBuilder()
                                .owner(TEACHER)
                                .addAbout(EntryId.of("need/reading"))
                                .closed(true)
                                .build(),
                        AgendaItem.of("Duties", Purpose.INFORM, Category.OPERATIONAL, 21)))
                .build();
        Recap recap = Recap.of(
                meeting,
                Map.of(
                        "Reading",
                        List.of(
                                Result.of("Adopted: daily small groups"),
                                Result.of("Draw up groups", "p-02", LocalDate.of(2026, 10, 20)))));
        assertThat(recap).hasToString("""
                        meeting/2026-10-07, 2026-10-07: 2 there, 1 not.
                          Reading (decide, 39 min, p-02)
                            On [need/reading].
                            Adopted: daily small groups
                            Draw up groups: p-02, by 2026-10-20
                          Duties (inform, 21 min)
                          Carried over: [Duties].""");
        assertThat(recap.listActions()).hasSize(1);
        assertThat(new Result("Ask", Optional.empty(), Optional.of(LocalDate.of(2026, 10, 20))))
                .hasToString("Ask: by 2026-10-20");
        assertThatThrownBy(() -> Recap.of(meeting, Map.of("Maths", List.of(Result.of("x")))))
                .hasMessageContaining("There is no point \"Maths\"")
                .hasMessageContaining("Reading, Duties");
        assertThat(Recap.of(meeting, Map.of("Reading", List.of())).results()).isEmpty();
        Meeting twice = meeting.toBuilder()
                .addAgenda(AgendaItem.of("Reading", Purpose.INFORM, Category.OPERATIONAL, 5))
                .build();
        assertThatThrownBy(() -> Recap.of(twice, Map.of("Reading", List.of(Result.of("x")))))
                .hasMessageContaining("\"Reading\" stands twice");
    }

    @Test
    void aRecapHasTheDayOnWhichTheMeetingBeganAtTheSchool() {
        Meeting evening = meeting(2).toBuilder()
                .start(Instant.parse("2026-10-08T00:30:00Z"))
                .end(Instant.parse("2026-10-08T01:30:00Z"))
                .build();
        Recap recap = Recap.of(evening, Map.of());
        assertThat(recap.explanation(ZoneId.of("America/New_York")).claim()).contains(", 2026-10-07: ");
        assertThat(recap.explanation().claim()).contains(", 2026-10-08: ");
    }

    @Test
    void fewerThanNoDecisionsAreRefused() {
        MeetingFigures figures = figures(year());
        assertThatThrownBy(() -> figures.decisionYield(-5)).hasMessageContaining("decisions");
    }

    private static Expertise knows(PersonId person, String... topics) {
        return Expertise.builder()
                .id(EntryId.of("expertise/" + person))
                .person(person)
                .addTopics(topics)
                .on(LocalDate.of(2026, 9, 1))
                .build();
    }

    private static Meeting on(Contribution... contributions) {
        return meeting(0).toBuilder()
                .agenda(List.of(AgendaItem.of("Reading", Purpose.DECIDE, Category.INSTRUCTIONAL, 60).toBuilder()
                        .addTopics("fluency", "phonics", "dyslexia")
                        .build()))
                .addContributions(contributions)
                .build();
    }

    @Test
    void anExpertWhoWasThereAndNeverHeardIsFound() {
        List<Expertise> profiles =
                List.of(knows(TEACHER, "fluency"), knows(PRINCIPAL, "phonics", "budget"), knows(OTHER, "dyslexia"));
        ExpertiseMatch match =
                ExpertiseMatch.of(on(Contribution.of(PRINCIPAL, 9, 20), Contribution.of(TEACHER, 0, 0)), profiles);
        assertThat(match.coverage()).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(match.listUncovered()).containsExactly("dyslexia");
        assertThat(match.listUnheard()).isEqualTo(Measured.of(List.of(TEACHER)));
        assertThat(match.listPresentFor(match.meeting().agenda().get(0))).containsExactly(PRINCIPAL, TEACHER);
        assertThat(match.explanation()).hasToString("""
                        2 of 3 topics are known to somebody who was there.
                          Nobody there knows dyslexia; elsewhere 1 do.
                          1 who know a topic were there and not heard.""");
    }

    @Test
    void whoeverLeadsAPointIsHeardAndWithoutNotesNothingIsSaid() {
        List<Expertise> profiles = List.of(knows(TEACHER, "fluency"));
        Meeting led = on(Contribution.of(PRINCIPAL, 1, 1));
        Meeting byTeacher = led.toBuilder()
                .agenda(List.of(led.agenda().get(0).toBuilder().owner(TEACHER).build()))
                .build();
        assertThat(ExpertiseMatch.of(byTeacher, profiles).listUnheard()).isEqualTo(Measured.of(List.of()));
        assertThat(ExpertiseMatch.of(on(), profiles).listUnheard().isReported()).isFalse();
        assertThat(ExpertiseMatch.of(on(), profiles).explanation().toString()).contains("Nobody noted who spoke.");
        assertThat(ExpertiseMatch.of(meeting(0), profiles).coverage().isReported())
                .isFalse();
        assertThat(ExpertiseMatch.of(on(), List.of()).experts().get("fluency")).isEqualTo(Set.of());
        assertThatThrownBy(() -> ExpertiseMatch.of(on(), List.of(knows(TEACHER, "a"), knows(TEACHER, "b"))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> knows(TEACHER, " ")).hasMessageContaining("topic");
    }
}
