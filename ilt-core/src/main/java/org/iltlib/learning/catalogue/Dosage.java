package org.iltlib.learning.catalogue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;

/**
 * How much professional learning took place and how it was spread. Exact: minutes are whole, hours are fractions.
 *
 * @param minutes the minutes of all sessions
 * @param dates the days on which there was one, each once
 * @param minutesOf the minutes that each person attended; those who never came but were enrolled have zero
 */
public record Dosage(long minutes, SortedSet<LocalDate> dates, SortedMap<PersonId, Long> minutesOf) {
    private static final int MEETINGS = 3;
    private static final int DAYS = 7;

    /** Copies the collections and checks the minutes. */
    public Dosage {
        Checks.notNegative(minutes, "minutes");
        dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
        minutesOf = Collections.unmodifiableSortedMap(new TreeMap<>(minutesOf));
        for (long each : minutesOf.values()) {
            Checks.require(
                    each >= 0 && each <= minutes, "A person attended %s minutes. Expected 0 to %s.", each, minutes);
        }
    }

    /**
     * The dosage of these sessions, of one offering or of several that belong together.
     *
     * @param sessions each id once; may be empty
     */
    public static Dosage of(Collection<LearningSession> sessions) {
        Checks.distinct(sessions.stream().map(LearningSession::id).toList(), "sessions");
        long minutes = 0;
        SortedSet<LocalDate> dates = new TreeSet<>();
        SortedMap<PersonId, Long> each = new TreeMap<>();
        for (LearningSession session : sessions) {
            minutes += session.minutes();
            dates.add(session.on());
            session.enrolled().forEach(person -> each.putIfAbsent(person, 0L));
            session.attended().forEach(person -> each.merge(person, (long) session.minutes(), Long::sum));
        }
        return new Dosage(minutes, dates, each);
    }

    /** The contact hours of all sessions: 14. */
    public Rational contactHours() {
        return Rational.of(minutes, 60);
    }

    /** The days from the first session to the last; zero for one day or none. */
    public long spanDays() {
        return dates.isEmpty() ? 0 : ChronoUnit.DAYS.between(dates.first(), dates.last());
    }

    /**
     * Whether it is sustained rather than a single event: on more than three days, or more than seven days from the
     * first to the last (Frontline Research and Learning Institute, Bridging the Gap, 2016).
     */
    public boolean isSustained() {
        return dates.size() > MEETINGS || spanDays() > DAYS;
    }

    /** How many people came at least once. */
    public int people() {
        return atLeast(1);
    }

    /** How many people attended that many minutes or more. */
    public int atLeast(long fewest) {
        Checks.positive(fewest, "fewest");
        return (int) minutesOf.values().stream().filter(each -> each >= fewest).count();
    }

    /** What one person attended, in hours; zero for somebody unknown. */
    public Rational hoursOf(PersonId person) {
        return Rational.of(minutesOf.getOrDefault(person, 0L), 60);
    }
}
