package org.iltlib.team.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.PersonId;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.Meeting;
import org.iltlib.team.MeetingMeasures;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/**
 * How a team's meetings went: the {@link MeetingMeasures}, each with its reasons, by role rather than by name. The times
 * within which agenda and minutes are due are those of the measures, by default those of Georgia's High Impact Practices
 * rubric. Immutable; each figure is linear in the meetings.
 *
 * @param measures when agenda and minutes are due
 * @param team the team, for the roles of its members
 * @param meetings the meetings, by when they began
 */
public record MeetingFigures(MeetingMeasures measures, Team team, List<Meeting> meetings) {

    /** Copies the meetings and puts them in order. */
    public MeetingFigures {
        meetings =
                meetings.stream().sorted(Comparator.comparing(Meeting::start)).toList();
    }

    /** The figures of these meetings. */
    public static MeetingFigures of(MeetingMeasures measures, Team team, List<Meeting> meetings) {
        return new MeetingFigures(measures, team, meetings);
    }

    /** The share of agendas sent in time, with each that was not and how late it was. */
    public Figure agendaPunctuality() {
        return punctuality(
                "Agenda in time",
                Meeting::agendaPublished,
                meeting -> meeting.start().minus(measures.agendaAhead()));
    }

    /** The share of minutes sent in time, with each that were not and how late they were. */
    public Figure minutesPunctuality() {
        return punctuality(
                "Minutes in time",
                Meeting::minutesPublished,
                meeting -> meeting.end().plus(measures.minutesWithin()));
    }

    private Figure punctuality(String name, Function<Meeting, Optional<Instant>> sent, Function<Meeting, Instant> due) {
        List<String> late = new ArrayList<>();
        for (Meeting meeting : meetings) {
            Optional<Instant> when = sent.apply(meeting);
            Instant limit = due.apply(meeting);
            if (when.isEmpty()) {
                late.add(meeting.id() + ": not sent.");
            } else if (when.get().isAfter(limit)) {
                late.add(meeting.id() + ": " + words(Duration.between(limit, when.get())) + " late.");
            }
        }
        Figure figure = Figure.share(name, meetings.size() - late.size(), meetings.size(), "meetings");
        for (String each : late) {
            figure = figure.because("%s", each);
        }
        return figure;
    }

    private static String words(Duration time) {
        return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }

    /** Instructional minutes divided by all minutes on the agendas. */
    public Figure instructionalFocus() {
        Map<AgendaItem.Category, Long> minutes = minutesByCategory();
        return Figure.share(
                "Instructional focus",
                minutes.getOrDefault(AgendaItem.Category.INSTRUCTIONAL, 0L),
                minutes.values().stream().mapToLong(Long::longValue).sum(),
                "minutes");
    }

    /** The minutes on the agendas by what points are about; every category, zero included. */
    public Map<AgendaItem.Category, Long> minutesByCategory() {
        return minutes(AgendaItem.Category.class, AgendaItem::category);
    }

    /** The minutes on the agendas by what points are for; every purpose, zero included. */
    public Map<AgendaItem.Purpose, Long> minutesByPurpose() {
        return minutes(AgendaItem.Purpose.class, AgendaItem::purpose);
    }

    private <E extends Enum<E>> Map<E, Long> minutes(Class<E> type, Function<AgendaItem, E> by) {
        Map<E, Long> minutes = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            minutes.put(constant, 0L);
        }
        items().forEach(item -> minutes.merge(by.apply(item), (long) item.minutes(), Long::sum));
        return Collections.unmodifiableMap(minutes);
    }

    private List<AgendaItem> items() {
        return meetings.stream().flatMap(meeting -> meeting.agenda().stream()).toList();
    }

    /** Points finished divided by points planned. */
    public Figure agendaCompletion() {
        return Figure.share(
                "Points finished", items().stream().filter(AgendaItem::closed).count(), items().size(), "points");
    }

    /** Decisions by the hour of meeting: points to decide that were finished. */
    public Figure decisionYield() {
        return decisionYield((int) items().stream()
                .filter(item -> item.purpose() == AgendaItem.Purpose.DECIDE && item.closed())
                .count());
    }

    /**
     * Decisions by the hour of meeting, for a number of decisions counted elsewhere, as in the register. More is not
     * better; a team that decides nothing, or very much, may want to look why.
     */
    public Figure decisionYield(int decisions) {
        Checks.notNegative(decisions, "decisions");
        return Figure.perHour(
                "Decisions by the hour",
                decisions,
                meetings.stream()
                        .mapToLong(meeting ->
                                Duration.between(meeting.start(), meeting.end()).toMinutes())
                        .sum());
    }

    /** Attendance of each group on the team, by the name of the group; missing for a group of one person. */
    public Map<StakeholderGroup, Figure> attendanceByGroup() {
        Map<StakeholderGroup, Set<PersonId>> persons = new TreeMap<>();
        for (Seat seat : team.seats()) {
            seat.person()
                    .ifPresent(person -> persons.computeIfAbsent(seat.group(), group -> new TreeSet<>())
                            .add(person));
        }
        return attendance(persons, StakeholderGroup::plural);
    }

    /** Attendance of the holders of each office, by the name of the office; missing for an office that one person holds. */
    public Map<Office, Figure> attendanceByOffice() {
        Map<Office, Set<PersonId>> persons = new TreeMap<>();
        for (Seat seat : team.seats()) {
            for (Office office : seat.offices()) {
                seat.person()
                        .ifPresent(person -> persons.computeIfAbsent(office, each -> new TreeSet<>())
                                .add(person));
            }
        }
        return attendance(persons, Office::value);
    }

    private <K extends Comparable<K>> Map<K, Figure> attendance(
            Map<K, Set<PersonId>> persons, Function<K, String> name) {
        Map<K, Figure> figures = new TreeMap<>();
        persons.forEach((key, members) -> {
            if (members.size() == 1) {
                figures.put(key, Figure.ofOne("Attendance of " + name.apply(key)));
                return;
            }
            long there = meetings.stream()
                    .mapToLong(meeting ->
                            members.stream().filter(meeting.present()::contains).count())
                    .sum();
            long away = meetings.stream()
                    .mapToLong(meeting ->
                            members.stream().filter(meeting.absent()::contains).count())
                    .sum();
            figures.put(key, Figure.share("Attendance of " + name.apply(key), there, there + away, "times"));
        });
        return Collections.unmodifiableMap(figures);
    }

    /** How that norm was kept. */
    public NormTrend norm(String id) {
        return new NormTrend(
                id,
                meetings.stream()
                        .flatMap(meeting ->
                                Optional.ofNullable(meeting.normsKept().get(id)).stream())
                        .toList());
    }

    /** How each norm was kept that was ever checked, by id. */
    public List<NormTrend> listNorms() {
        return meetings.stream()
                .flatMap(meeting -> meeting.normsKept().keySet().stream())
                .distinct()
                .sorted()
                .map(this::norm)
                .toList();
    }

    /** The share of meetings that ended with a check of norms. */
    public Figure normsChecked() {
        return Figure.share(
                "Norms checked",
                meetings.stream()
                        .filter(meeting -> !meeting.normsKept().isEmpty())
                        .count(),
                meetings.size(),
                "meetings");
    }

    /** All of it in words. */
    public Explanation explanation() {
        Explanation text = Explanation.of("%d meetings.", meetings.size())
                .because(agendaPunctuality().explanation())
                .because(minutesPunctuality().explanation())
                .because(instructionalFocus().explanation())
                .because("Minutes by purpose: %s.", words(minutesByPurpose()))
                .because(agendaCompletion().explanation())
                .because(decisionYield().explanation())
                .because(normsChecked().explanation());
        for (NormTrend norm : listNorms()) {
            text = text.because(norm.explanation());
        }
        for (Figure figure : attendanceByGroup().values()) {
            text = text.because(figure.explanation());
        }
        return text;
    }

    private static String words(Map<AgendaItem.Purpose, Long> minutes) {
        return minutes.entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
