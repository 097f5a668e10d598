package org.iltlib.learning.enacted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;
import org.iltlib.curriculum.pacing.PacingCalendar;
import org.iltlib.curriculum.pacing.Precedence;
import org.iltlib.curriculum.pacing.SchoolCalendar;
import org.iltlib.learning.PurposeLimited;
import org.junit.jupiter.api.Test;

/** Worked by hand: 15 days of instruction from 8 to 25 September 2026, one of them Saturday the 19th. */
class PacingTest {
    private static LocalDate september(int day) {
        return LocalDate.of(2026, 9, day);
    }

    private static final SchoolCalendar YEAR = SchoolCalendar.builder()
            .id(EntryId.of("calendar"))
            .unit(OrgUnitId.of("school-1"))
            .term(Term.of(september(7), september(25)))
            .addClosed(september(7))
            .addExtra(september(19))
            .build();

    private static Unit unit(String id, int days, String... standards) {
        return Unit.builder()
                .id(id)
                .title("Unit " + id)
                .plannedDays(days)
                .addAllStandards(List.of(standards).stream().map(StandardId::of).toList())
                .build();
    }

    private static final Course COURSE = Course.builder()
            .id(EntryId.of("course"))
            .framework(EntryId.of("math"))
            .title("Mathematics 6")
            .subject("mathematics")
            .grade(GradeLevel.of(6))
            .addUnits(unit("a", 4, "s1", "s2"), unit("b", 6, "s3"), unit("c", 5, "s4", "s1"))
            .build();
    private static final PacingCalendar PLAN = PacingCalendar.inOrder(EntryId.of("plan"), COURSE, YEAR);
    private static final PacingLog LOG = PacingLog.builder()
            .id(EntryId.of("log"))
            .pacing(PLAN.id())
            .section("6b")
            .teacher(PersonId.of("p-001"))
            .addUnits(new UnitProgress("a", september(8), Optional.of(september(15))))
            .addUnits(new UnitProgress("b", september(16), Optional.empty()))
            .build();

    private static Pacing on(int day) {
        return Pacing.of(COURSE, YEAR, PLAN, LOG, september(day));
    }

    @Test
    void aFinishedUnitIsLateByItsLastDayAndAnOpenOneByItsFirstOrItsPlannedEnd() {
        Pacing pacing = on(21);
        UnitPace a = pacing.getUnit("a");
        assertThat(a.progress()).isEqualTo(UnitPace.Progress.FINISHED);
        assertThat(a.lag()).isEqualTo(2);
        assertThat(a.overrun()).contains(2);
        UnitPace b = pacing.getUnit("b");
        assertThat(b.progress()).isEqualTo(UnitPace.Progress.GOING_ON);
        assertThat(b.begun()).contains(7);
        assertThat(b.lag()).isEqualTo(2);
        assertThat(b.overrun()).isEmpty();
        assertThat(on(24).getUnit("b").lag()).isEqualTo(4);
        assertThat(pacing.getUnit("c").progress()).isEqualTo(UnitPace.Progress.OVERDUE);
        assertThat(pacing.getUnit("c").lag()).isEqualTo(1);
        assertThat(pacing.lag()).isEqualTo(2);
    }

    @Test
    void sharesAreOfThePlannedDays() {
        assertThat(on(21).completed()).isEqualTo(Fraction.of(4, 15));
        assertThat(on(21).due()).isEqualTo(Fraction.of(2, 3));
        assertThat(on(21).daysLeft()).isEqualTo(4);
        assertThat(on(21).daysNeeded()).isEqualTo(6);
    }

    @Test
    void whatIsReachedTwiceIsReachedOnce() {
        assertThat(on(21).listNeverReached()).containsExactly(StandardId.of("s4"));
        assertThat(on(10).listNeverReached()).containsExactly(StandardId.of("s3"), StandardId.of("s4"));
    }

    @Test
    void whatTheLogHasOfLaterDaysDoesNotCount() {
        Pacing early = on(10);
        assertThat(early.getUnit("a").progress()).isEqualTo(UnitPace.Progress.GOING_ON);
        assertThat(early.getUnit("a").lag()).isZero();
        assertThat(early.getUnit("b").progress()).isEqualTo(UnitPace.Progress.NOT_DUE);
        assertThat(early.lag()).isZero();
        assertThat(early.completed()).isEqualTo(Fraction.of(0, 1));
        assertThat(Pacing.of(COURSE, YEAR, PLAN, LOG, september(1)).lag()).isZero();
    }

    @Test
    void whenAllIsFinishedTheLastUnitTellsTheLag() {
        PacingLog done = LOG.toBuilder()
                .units(List.of(
                        new UnitProgress("a", september(8), Optional.of(september(11))),
                        new UnitProgress("b", september(14), Optional.of(september(18))),
                        new UnitProgress("c", september(19), Optional.of(september(23)))))
                .build();
        Pacing pacing = Pacing.of(COURSE, YEAR, PLAN, done, september(25));
        assertThat(pacing.lag()).isEqualTo(-2);
        assertThat(pacing.completed()).isEqualTo(Fraction.ONE);
        assertThat(pacing.daysNeeded()).isZero();
    }

    @Test
    void aUnitBegunBeforeWhatItNeedsIsAViolation() {
        Precedence broken = new Precedence(StandardId.of("s3"), StandardId.of("s1"));
        Precedence kept = new Precedence(StandardId.of("s2"), StandardId.of("s3"));
        assertThat(on(21).listViolations(List.of(broken, kept))).containsExactly(broken);
    }

    @Test
    void everythingIsToldInWords() {
        assertThat(on(21).explanation().toString())
                .startsWith(
                        "On 2026-09-21 the class is 2 days late; 4/15 of the planned days are finished, 2/3 should be.")
                .contains("c: days 11 to 15 planned, overdue, 1 days late.")
                .contains("6 planned days are left for 4 days of instruction.");
    }

    @Test
    void planCalendarCourseAndLogBelongTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Pacing.of(COURSE.toBuilder().id(EntryId.of("other")).build(), YEAR, PLAN, LOG, september(21)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pacing.of(
                        COURSE, YEAR.toBuilder().id(EntryId.of("other")).build(), PLAN, LOG, september(21)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pacing.of(
                        COURSE,
                        YEAR,
                        PLAN,
                        LOG.toBuilder().pacing(EntryId.of("other")).build(),
                        september(21)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Pacing.of(COURSE.toBuilder().units(List.of()).build(), YEAR, PLAN, LOG, september(21)));
        assertThatIllegalArgumentException().isThrownBy(() -> on(21).getUnit("z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitProgress("a", september(9), Optional.of(september(8))));
    }

    @Test
    void aCourseWithoutUnitsIsNeverLate() {
        Course empty = COURSE.toBuilder().units(List.of()).build();
        PacingCalendar plan = PacingCalendar.inOrder(PLAN.id(), empty, YEAR);
        Pacing pacing =
                Pacing.of(empty, YEAR, plan, LOG.toBuilder().units(List.of()).build(), september(21));
        assertThat(pacing.lag()).isZero();
        assertThat(pacing.completed()).isEqualTo(Fraction.of(0, 1));
        assertThat(pacing.units()).isEmpty();
    }

    @Test
    void logsServeGrowthOnly() {
        assertThat(LOG).isInstanceOf(PurposeLimited.Growth.class);
        assertThat(PurposeLimited.Growth.class).isAssignableFrom(TeachingLog.class);
    }
}
