package org.iltlib.team.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.team.Charter;
import org.iltlib.team.Meeting;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final ZoneId ATLANTA = ZoneId.of("America/New_York");
    private static final List<YearMonth> MONTHS = List.of(YearMonth.of(2026, 9), YearMonth.of(2026, 10));

    private static Meeting meeting(String start, int minutes) {
        Instant begin = Instant.parse(start);
        return Meeting.builder()
                .id(EntryId.of(start))
                .team(EntryId.of("team"))
                .start(begin)
                .end(begin.plus(Duration.ofMinutes(minutes)))
                .build();
    }

    /** The last begins at nine in the evening of 30 September where the school is. */
    private static final List<Meeting> MEETINGS = List.of(
            meeting("2026-09-09T20:00:00Z", 60),
            meeting("2026-10-07T20:00:00Z", 59),
            meeting("2026-10-21T20:00:00Z", 120),
            meeting("2026-10-01T01:00:00Z", 60));

    @Test
    void georgiaWantsTwoMeetingsAMonthOfAnHourEachByTheClockOfTheSchool() {
        assertThat(Cadence.GEORGIA.of(MEETINGS, MONTHS, ATLANTA))
                .hasToString("Months with enough meetings: 1 of 2 months.\n  2026-10: 1 of 2.");
        assertThat(Cadence.GEORGIA.of(MEETINGS, MONTHS, ZoneOffset.UTC))
                .hasToString("Months with enough meetings: 1 of 2 months.\n  2026-09: 1 of 2.");
        assertThat(Cadence.OHIO.of(MEETINGS, MONTHS, ATLANTA).value().orElse(0.0))
                .isEqualTo(1);
        assertThat(Cadence.OHIO.of(MEETINGS, List.of(), ATLANTA).value().isReported())
                .isFalse();
    }

    @Test
    void theCalendarIsKeptOnTheDaysOnWhichTheTeamMet() {
        Charter charter = Charter.builder()
                .id(EntryId.of("charter"))
                .team(EntryId.of("team"))
                .purpose("Lead the improvement of teaching.")
                .addCalendar(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 23), LocalDate.of(2026, 10, 7))
                .adopted(LocalDate.of(2026, 8, 1))
                .reviewOn(LocalDate.of(2027, 8, 1))
                .build();
        assertThat(Cadence.calendarKept(charter, MEETINGS, LocalDate.of(2026, 10, 7), ATLANTA))
                .hasToString("Calendar kept: 2 of 3 days.\n  2026-09-23: no meeting.");
        assertThat(Cadence.calendarKept(charter, MEETINGS, LocalDate.of(2026, 9, 22), ATLANTA)
                        .value()
                        .orElse(0.0))
                .isEqualTo(1);
    }

    @Test
    void noMeetingsAMonthAreNoCadence() {
        assertThatThrownBy(() -> new Cadence(0, Duration.ZERO)).hasMessageContaining("aMonth");
        assertThatThrownBy(() -> new Cadence(1, Duration.ofHours(-1))).hasMessageContaining("length");
    }
}
