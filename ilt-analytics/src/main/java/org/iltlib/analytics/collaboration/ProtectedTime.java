package org.iltlib.analytics.collaboration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Term;
import org.iltlib.choice.Rational;

/**
 * How much time a week is kept for working together, and whether the promise was kept. Weeks run from Monday to Sunday;
 * the first and the last week of the term count whole. Weeks without school are named and do not count.
 *
 * @param promised the minutes a week that were promised, at least 1
 * @param weeksOff a day in each week without school, any day of it
 */
public record ProtectedTime(int promised, Set<LocalDate> weeksOff) {
    /** Checks the promise and brings the days to their Mondays. */
    public ProtectedTime {
        Checks.positive(promised, "promised");
        SortedSet<LocalDate> mondays = new TreeSet<>();
        weeksOff.forEach(day -> mondays.add(monday(day)));
        weeksOff = Collections.unmodifiableSortedSet(mondays);
    }

    /** So many minutes a week, in every week of the term. */
    public static ProtectedTime promising(int minutes) {
        return new ProtectedTime(minutes, Set.of());
    }

    /** A copy in which the weeks of these days do not count. */
    public ProtectedTime withWeeksOff(Collection<LocalDate> days) {
        return new ProtectedTime(promised, new HashSet<>(days));
    }

    /**
     * What a department had.
     *
     * @param weeks the weeks that count
     * @param kept in how many of them it had the minutes that were promised
     * @param minutes the minutes of all of them
     */
    public record Kept(int weeks, int kept, long minutes) {
        /** Checks the counts. */
        public Kept {
            Checks.positive(weeks, "weeks");
            Checks.require(kept >= 0 && kept <= weeks, "kept is %s. Expected 0 to %s.", kept, weeks);
            Checks.notNegative(minutes, "minutes");
        }

        /** The minutes a week on average. */
        public Rational minutesPerWeek() {
            return Rational.of(minutes, weeks);
        }
    }

    /**
     * What each department had, by name.
     *
     * @param slots the time that was kept; slots outside the term or in a week off do not count
     * @param term the days that count
     * @throws IllegalArgumentException if no week of the term counts
     */
    public SortedMap<String, Kept> of(Collection<Slot> slots, Term term) {
        LocalDate first = monday(term.first());
        int all = (int) ChronoUnit.WEEKS.between(first, monday(term.last())) + 1;
        int off = (int) weeksOff.stream()
                .filter(week -> !week.isBefore(first) && !week.isAfter(term.last()))
                .count();
        Checks.require(all > off, "All %s weeks of %s are weeks off. Expected one that counts.", all, term);
        SortedMap<String, SortedMap<LocalDate, Long>> minutes = new TreeMap<>();
        for (Slot slot : slots) {
            SortedMap<LocalDate, Long> weeks = minutes.computeIfAbsent(slot.department(), key -> new TreeMap<>());
            if (term.contains(slot.on()) && !weeksOff.contains(monday(slot.on()))) {
                weeks.merge(monday(slot.on()), (long) slot.minutes(), Long::sum);
            }
        }
        SortedMap<String, Kept> kept = new TreeMap<>();
        minutes.forEach((department, weeks) -> kept.put(
                department,
                new Kept(
                        all - off,
                        (int) weeks.values().stream()
                                .filter(week -> week >= promised)
                                .count(),
                        weeks.values().stream().mapToLong(Long::longValue).sum())));
        return Collections.unmodifiableSortedMap(kept);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
