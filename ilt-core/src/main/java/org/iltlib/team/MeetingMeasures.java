package org.iltlib.team;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;

/**
 * How a team's meetings went, as shares between 0 and 1, over the meetings given. Each is a plain ratio of counts or
 * minutes; without a denominator it is missing. Immutable; linear in the number of meetings.
 *
 * <p>The default times are those of the Georgia Department of Education's High Impact Practices rubric for leadership
 * teams: the agenda goes out at least 24 hours before a meeting, the minutes at most 48 hours after it.
 *
 * @param agendaAhead how long before a meeting the agenda is due, zero or more
 * @param minutesWithin how long after it the minutes are due, zero or more
 */
public record MeetingMeasures(Duration agendaAhead, Duration minutesWithin) {

    /** Checks that neither is negative. */
    public MeetingMeasures {
        Checks.require(!agendaAhead.isNegative(), "agendaAhead is %s. Expected zero or more.", agendaAhead);
        Checks.require(!minutesWithin.isNegative(), "minutesWithin is %s. Expected zero or more.", minutesWithin);
    }

    /** Agenda 24 hours ahead, minutes within 48 hours. */
    public static MeetingMeasures withDefaults() {
        return new MeetingMeasures(Duration.ofHours(24), Duration.ofHours(48));
    }

    /** A copy with that time for agendas. */
    public MeetingMeasures withAgendaAhead(Duration time) {
        return new MeetingMeasures(time, minutesWithin);
    }

    /** A copy with that time for minutes. */
    public MeetingMeasures withMinutesWithin(Duration time) {
        return new MeetingMeasures(agendaAhead, time);
    }

    /** The share of meetings whose agenda went out in time; an agenda never sent is late. */
    public Measured<Double> agendaPunctuality(List<Meeting> meetings) {
        return share(
                meetings,
                meeting -> meeting.agendaPublished()
                        .filter(sent -> !sent.isAfter(meeting.start().minus(agendaAhead)))
                        .isPresent());
    }

    /**
     * The share of meetings whose minutes went out in time. Minutes never sent are late, and what went out before the
     * meeting began are no minutes of it.
     */
    public Measured<Double> minutesPunctuality(List<Meeting> meetings) {
        return share(
                meetings,
                meeting -> meeting.minutesPublished()
                        .filter(sent -> !sent.isBefore(meeting.start())
                                && !sent.isAfter(meeting.end().plus(minutesWithin)))
                        .isPresent());
    }

    /** Instructional minutes divided by all minutes of the agenda: 702 of 1,080 is 0.65. */
    public Measured<Double> instructionalFocus(List<Meeting> meetings) {
        return ratio(
                minutes(meetings, item -> item.category() == AgendaItem.Category.INSTRUCTIONAL),
                minutes(meetings, item -> true),
                "no minutes on any agenda");
    }

    /** Points finished divided by points planned. */
    public Measured<Double> agendaCompletion(List<Meeting> meetings) {
        List<AgendaItem> items =
                meetings.stream().flatMap(meeting -> meeting.agenda().stream()).toList();
        return ratio(items.stream().filter(AgendaItem::closed).count(), items.size(), "no points on any agenda");
    }

    /** The share of meetings, of those where the person was present or absent, where the person was present. */
    public Measured<Double> attendance(List<Meeting> meetings, PersonId person) {
        return attendance(meetings, List.of(person));
    }

    /** As for one person, over several: presences divided by presences and absences. */
    public Measured<Double> attendance(List<Meeting> meetings, Collection<PersonId> persons) {
        long there = 0;
        long expected = 0;
        for (Meeting meeting : meetings) {
            for (PersonId person : persons) {
                boolean present = meeting.present().contains(person);
                there += present ? 1 : 0;
                expected += present || meeting.absent().contains(person) ? 1 : 0;
            }
        }
        return ratio(there, expected, "nobody was expected at any meeting");
    }

    /** Checks passed divided by checks made, over all norms. */
    public Measured<Double> normAdherence(List<Meeting> meetings) {
        List<Boolean> checks = meetings.stream()
                .flatMap(meeting -> meeting.normsKept().values().stream())
                .toList();
        return ratio(checks.stream().filter(kept -> kept).count(), checks.size(), "no norm was checked");
    }

    /** All of these in words, with the numbers behind them. */
    public Explanation explain(List<Meeting> meetings) {
        return Explanation.of(
                        "%s meetings, %s minutes on their agendas.", meetings.size(), minutes(meetings, i -> true))
                .because(line("Agenda out in time", agendaPunctuality(meetings)))
                .because(line("Minutes out in time", minutesPunctuality(meetings)))
                .because(line(
                        "Instructional focus (%s minutes)"
                                .formatted(minutes(
                                        meetings, item -> item.category() == AgendaItem.Category.INSTRUCTIONAL)),
                        instructionalFocus(meetings)))
                .because(line("Points finished", agendaCompletion(meetings)))
                .because(line("Norms kept", normAdherence(meetings)));
    }

    private static String line(String name, Measured<Double> share) {
        return share.value()
                .map(value -> String.format(Locale.ROOT, "%s: %.1f %%.", name, 100 * value))
                .orElseGet(() -> name + ": " + share + ".");
    }

    private static long minutes(List<Meeting> meetings, Predicate<AgendaItem> which) {
        return meetings.stream()
                .flatMap(meeting -> meeting.agenda().stream())
                .filter(which)
                .collect(Collectors.summingLong(AgendaItem::minutes));
    }

    private static Measured<Double> share(List<Meeting> meetings, Predicate<Meeting> which) {
        return ratio(meetings.stream().filter(which).count(), meetings.size(), "no meetings");
    }

    private static Measured<Double> ratio(long part, long whole, String ifNone) {
        return whole == 0 ? Measured.missing(MissingReason.UNDEFINED, ifNone) : Measured.of((double) part / whole);
    }
}
