package org.iltlib.learning.enacted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Term;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.pacing.SchoolCalendar;
import org.junit.jupiter.api.Test;

class TeachingLogTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final TaughtTime RATIOS = TaughtTime.on(StandardId.of("6.RP.A.1"), 40);
    private static final TeachingLog LOG = TeachingLog.builder()
            .id(EntryId.of("log"))
            .course(EntryId.of("course"))
            .section("6b")
            .teacher(PersonId.of("p-001"))
            .scale("DOK")
            .sample(EntryId.of("days"))
            .addDays(new LogDay(MONDAY, 50, List.of(RATIOS)), new LogDay(TUESDAY, 50, List.of()))
            .build();

    @Test
    void aStandardIsNamedIfAndOnlyIfTheTimeWentToOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RATIOS.toBuilder().use(TimeUse.CUSTOM).build())
                .withMessageContaining("Expected a standard if, and only if, they went to one");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TaughtTime.builder().use(TimeUse.STANDARD).minutes(5).build());
        assertThat(TimeUse.NON_INSTRUCTIONAL).hasToString("non-instructional");
    }

    @Test
    void noMoreMinutesAreLoggedThanTheTimetableGives() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogDay(MONDAY, 50, List.of(RATIOS, RATIOS)))
                .withMessageContaining("80 minutes are logged of 50");
    }

    @Test
    void daysStandInOrderEachOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOG.toBuilder()
                        .addDays(new LogDay(MONDAY, 50, List.of()))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOG.toBuilder()
                        .addDays(new LogDay(MONDAY.minusDays(3), 50, List.of()))
                        .build())
                .withMessageContaining("not in order");
        assertThat(LOG.upTo(MONDAY)).containsExactly(RATIOS);
        assertThat(LOG.upTo(MONDAY.minusDays(1))).isEmpty();
        assertThat(LOG.basedOn()).containsExactly(EntryId.of("course"), EntryId.of("days"));
    }

    @Test
    void aDrawnDayThatIsNotLoggedIsMissingAndADayWithoutMinutesIsNot() {
        LogSample days = LogSample.builder()
                .id(EntryId.of("days"))
                .calendar(EntryId.of("calendar"))
                .seed(1)
                .addDays(MONDAY, TUESDAY, MONDAY.plusDays(2), MONDAY.plusDays(9))
                .build();
        assertThat(days.listMissed(LOG, MONDAY.plusDays(4))).isEqualTo(Set.of(MONDAY.plusDays(2)));
        assertThat(days.completeness(LOG, MONDAY.plusDays(4))).isEqualTo(Fraction.TWO_THIRDS);
        assertThat(days.completeness(LOG, MONDAY.minusDays(1))).isEqualTo(Fraction.ONE);
    }

    @Test
    void noMoreDaysAreDrawnThanThereAre() {
        SchoolCalendar week = SchoolCalendar.builder()
                .id(EntryId.of("calendar"))
                .unit(OrgUnitId.of("school-1"))
                .term(Term.of(MONDAY, MONDAY.plusDays(4)))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogSample.draw(EntryId.of("days"), week, 1, LogSample.USUAL_DAYS))
                .withMessageContaining("20 days are to be drawn of 5");
    }
}
