package org.iltlib.examples.maple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.AgendaItem.Category;
import org.iltlib.team.AgendaItem.Purpose;
import org.iltlib.team.Meeting;
import org.iltlib.team.MeetingMeasures;

/** Chapter 2: eighteen meetings of an hour; one agenda goes out an hour too late. */
record Calendar(Story story, Stars stars) {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 9);
    private static final LocalDate LATE = LocalDate.of(2026, 10, 7);
    private static final int MEETINGS = 18;
    private static final int INSTRUCTIONAL = 39;

    /** Every other Wednesday, so that 7 October is one of them. */
    static List<Meeting> meetings() {
        List<Meeting> meetings = new ArrayList<>();
        for (int i = 0; i < MEETINGS; i++) {
            LocalDate day = FIRST.plusWeeks(2L * i);
            Instant start = day.atTime(LocalTime.of(15, 30)).toInstant(ZoneOffset.UTC);
            Duration ahead = Duration.ofHours(day.equals(LATE) ? 23 : 26);
            Meeting.Builder meeting = Meeting.builder();
            meeting.id(EntryId.of("meeting-" + (i + 1)))
                    .team(EntryId.of("team"))
                    .start(start)
                    .end(start.plus(Duration.ofHours(1)))
                    .addAgenda(
                            AgendaItem.of("evidence and plan", Purpose.DECIDE, Category.INSTRUCTIONAL, INSTRUCTIONAL),
                            AgendaItem.of(
                                    "running the school", Purpose.INFORM, Category.OPERATIONAL, 60 - INSTRUCTIONAL))
                    .addAllPresent(Grove.members())
                    .agendaPublished(start.minus(ahead))
                    .minutesPublished(start.plus(Duration.ofHours(30)));
            meetings.add(meeting.build());
        }
        return meetings;
    }

    void tell(List<Meeting> meetings) {
        story.chapter("The calendar");
        MeetingMeasures measures = MeetingMeasures.withDefaults();
        long minutes = meetings.stream()
                .mapToLong(meeting ->
                        Duration.between(meeting.start(), meeting.end()).toMinutes())
                .sum();
        stars.check("minutes of meetings", 1_080L, minutes);
        stars.check("agendas out 24 hours before, 17 of 18", "0.9444", measures.agendaPunctuality(meetings));
        stars.check("instructional focus, 702 of 1,080 minutes", "0.65", measures.instructionalFocus(meetings));
        story.why(measures.explain(meetings));
    }
}
