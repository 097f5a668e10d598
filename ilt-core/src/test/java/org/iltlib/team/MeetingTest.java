package org.iltlib.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final PersonId ANA = PersonId.of("p-1");
    private static final MeetingMeasures MEASURES = MeetingMeasures.withDefaults();

    static Meeting meeting(int day, int instructional, int minutes) {
        Instant start = Instant.parse("2026-10-01T12:00:00Z").plus(Duration.ofDays(14L * day));
        return Meeting.builder()
                .id(EntryId.of("meeting/" + day))
                .team(EntryId.of("team"))
                .start(start)
                .end(start.plus(Duration.ofMinutes(minutes)))
                .addAgenda(
                        AgendaItem.of(
                                        "reading",
                                        AgendaItem.Purpose.LEARN,
                                        AgendaItem.Category.INSTRUCTIONAL,
                                        instructional)
                                .toBuilder()
                                .addAbout(EntryId.of("need"))
                                .closed(true)
                                .build(),
                        AgendaItem.of(
                                "duties",
                                AgendaItem.Purpose.INFORM,
                                AgendaItem.Category.OPERATIONAL,
                                minutes - instructional))
                .addPresent(ANA)
                .agendaPublished(start.minus(Duration.ofHours(24)))
                .minutesPublished(start.plus(Duration.ofHours(48)))
                .putNormsKept("time", true)
                .addContributions(Contribution.of(ANA, 3, 2.5))
                .putRoles("facilitator", ANA)
                .build();
    }

    @Test
    void eighteenMeetingsWithOneLateAgendaArePunctualIn17Of18() {
        List<Meeting> meetings = IntStream.range(0, 18)
                .mapToObj(i -> i == 3
                        ? meeting(i, 39, 60).toBuilder()
                                .agendaPublished(meeting(i, 39, 60).start().minus(Duration.ofHours(23)))
                                .build()
                        : meeting(i, 39, 60))
                .toList();
        assertThat(MEASURES.agendaPunctuality(meetings).orElse(0.0)).isEqualTo(17.0 / 18);
        assertThat(MEASURES.withAgendaAhead(Duration.ofHours(23))
                        .agendaPunctuality(meetings)
                        .orElse(0.0))
                .isEqualTo(1);
        // 18 × 39 = 702 of 18 × 60 = 1080 minutes
        assertThat(MEASURES.instructionalFocus(meetings).orElse(0.0)).isEqualTo(0.65);
        assertThat(MEASURES.explain(meetings).toString()).contains("Agenda out in time: 94.4 %.", "65.0 %");
    }

    @Test
    void otherMeasuresAreRatiosOfCounts() {
        List<Meeting> meetings = List.of(
                meeting(1, 30, 60),
                meeting(2, 30, 60).toBuilder()
                        .contributions(List.of())
                        .roles(Map.of())
                        .present(List.of())
                        .addAbsent(ANA)
                        .putNormsKept("voice", false)
                        .minutesPublished(Optional.empty())
                        .build());
        assertThat(MEASURES.minutesPunctuality(meetings).orElse(0.0)).isEqualTo(0.5);
        List<Meeting> before = meetings.stream()
                .map(meeting -> meeting.toBuilder()
                        .minutesPublished(meeting.start().minusSeconds(1))
                        .build())
                .toList();
        assertThat(MEASURES.minutesPunctuality(before).orElse(1.0))
                .as("minutes of a meeting that has not begun")
                .isZero();
        assertThat(MEASURES.withMinutesWithin(Duration.ZERO)
                        .minutesPunctuality(meetings)
                        .orElse(1.0))
                .isZero();
        assertThat(MEASURES.agendaCompletion(meetings).orElse(0.0)).isEqualTo(0.5);
        assertThat(MEASURES.attendance(meetings, ANA).orElse(0.0)).isEqualTo(0.5);
        assertThat(MEASURES.normAdherence(meetings).orElse(0.0)).isEqualTo(2.0 / 3);
    }

    @Test
    void withoutMeetingsNothingIsZero() {
        assertThat(MEASURES.agendaPunctuality(List.of()).isReported()).isFalse();
        assertThat(MEASURES.instructionalFocus(List.of()).isReported()).isFalse();
        assertThat(MEASURES.attendance(List.of(meeting(1, 1, 2)), PersonId.of("x"))
                        .isReported())
                .isFalse();
        assertThat(MEASURES.explain(List.of()).toString()).contains("Norms kept: undefined: no norm was checked.");
    }

    @Test
    void aMeetingIsWrittenAndReadBack() {
        Meeting meeting = meeting(1, 30, 60);
        assertThat(Meeting.KIND.read(1, CanonicalJson.read(CanonicalJson.write(Meeting.KIND.write(meeting)))))
                .isEqualTo(meeting);
        assertThat(meeting.basedOn()).containsExactly(EntryId.of("team"), EntryId.of("need"));
    }

    @Test
    void whoWasAbsentDidNotSpeak() {
        Meeting meeting = meeting(1, 30, 60);
        assertThatThrownBy(() -> meeting.toBuilder().addAbsent(ANA).build())
                .hasMessageContaining("both present and absent");
        assertThatThrownBy(() -> meeting.toBuilder().present(List.of()).build())
                .hasMessageContaining("spoke but is not");
        assertThatThrownBy(() -> meeting.toBuilder().end(meeting.start()).build())
                .hasMessageContaining("not after it starts");
        assertThatThrownBy(() -> Contribution.of(ANA, -1, 0)).hasMessageContaining("turns");
    }
}
