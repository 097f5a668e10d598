package org.iltlib.curriculum.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Term;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;
import org.junit.jupiter.api.Test;

/** Days were counted on a paper calendar of September 2026. */
class PacingCalendarTest {
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

    private static Course course(Unit... units) {
        return Course.builder()
                .id(EntryId.of("course"))
                .framework(EntryId.of("math"))
                .title("Mathematics 6")
                .subject("mathematics")
                .grade(GradeLevel.of(6))
                .addUnits(units)
                .build();
    }

    private static final Course COURSE = course(unit("a", 4, "s1", "s2"), unit("b", 6, "s3"), unit("c", 5, "s4"));
    private static final PacingCalendar PLAN = PacingCalendar.inOrder(EntryId.of("plan"), COURSE, YEAR);

    @Test
    void schoolIsOnWeekdaysWithoutHolidaysAndOnExtraSaturdays() {
        assertThat(YEAR.days()).hasSize(15).startsWith(september(8)).endsWith(september(25));
        assertThat(YEAR.isOpen(september(7))).isFalse();
        assertThat(YEAR.isOpen(september(12))).isFalse();
        assertThat(YEAR.isOpen(september(19))).isTrue();
        assertThat(YEAR.getDay(10)).isEqualTo(september(19));
    }

    @Test
    void daysAreCountedUpToADayAlsoOnAWeekendAndOutsideOfTheTerm() {
        assertThat(YEAR.countUpTo(september(6))).isZero();
        assertThat(YEAR.isOpen(september(6))).isFalse();
        assertThat(YEAR.countUpTo(september(8))).isEqualTo(1);
        assertThat(YEAR.countUpTo(september(13))).isEqualTo(4);
        assertThat(YEAR.countUpTo(LocalDate.of(2027, 1, 1))).isEqualTo(15);
    }

    @Test
    void aCalendarRefusesWhatSaysNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEAR.toBuilder().addClosed(september(12)).build())
                .withMessageContaining("a weekend anyway");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEAR.toBuilder().addExtra(september(15)).build())
                .withMessageContaining("no weekend");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        YEAR.toBuilder().addClosed(LocalDate.of(2026, 10, 1)).build())
                .withMessageContaining("outside of the term");
        assertThatIllegalArgumentException().isThrownBy(() -> YEAR.getDay(16)).withMessageContaining("1 to 15");
    }

    @Test
    void unitsFollowOneAnotherAndHaveDates() {
        assertThat(PLAN.units())
                .containsExactly(new PacedUnit("a", 1, 4), new PacedUnit("b", 5, 10), new PacedUnit("c", 11, 15));
        assertThat(PLAN.window("b", YEAR)).isEqualTo(Term.of(september(14), september(19)));
        assertThat(PLAN.fits(YEAR)).isTrue();
        assertThat(PLAN.basedOn()).containsExactly(EntryId.of("course"), EntryId.of("calendar"));
    }

    @Test
    void aPlanWithMoreDaysThanThereAreSaysWhichUnitsDoNotFit() {
        PacingCalendar full =
                PacingCalendar.inOrder(EntryId.of("plan"), course(unit("a", 10), unit("b", 6), unit("c", 5)), YEAR);
        assertThat(full.fits(YEAR)).isFalse();
        assertThat(full.listBeyond(YEAR)).extracting(PacedUnit::unit).containsExactly("b", "c");
        assertThat(full.explainFit(YEAR).toString())
                .startsWith("The plan does not fit: it reaches day 21 of 15.")
                .contains("b ends on day 16.");
        assertThatIllegalArgumentException().isThrownBy(() -> full.window("b", YEAR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.getUnit("d"))
                .withMessageContaining("Expected one of [a, b, c]");
    }

    @Test
    void aPlanIsOfACourseOnACalendarAndNamesAUnitOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.toBuilder().calendar(PLAN.course()).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PLAN.toBuilder().addUnits(new PacedUnit("a", 3, 5)).build());
        assertThatIllegalArgumentException().isThrownBy(() -> new PacedUnit("a", 3, 2));
        assertThat(PLAN.toBuilder().units(List.of()).build().lastDay()).isZero();
    }
}
