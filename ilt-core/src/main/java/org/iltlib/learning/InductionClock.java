package org.iltlib.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * The deadlines of a teacher's induction: a mentor within 30 days, goals within 60, an hour of mentoring a week on
 * average, for two years (California Commission on Teacher Credentialing, induction preconditions). Immutable.
 */
public final class InductionClock {
    private static final int MENTOR_DAYS = 30;
    private static final int GOAL_DAYS = 60;
    private static final int YEARS = 2;

    private InductionClock() {}

    /** The Californian deadlines. */
    public static InductionClock withDefaults() {
        return new InductionClock();
    }

    /** The day on which induction that starts on that day may end. */
    public LocalDate endOf(LocalDate start) {
        return start.plusYears(YEARS);
    }

    /**
     * The rules that are broken on that day, each in a sentence; empty if none is.
     *
     * @param start the day on which induction starts
     * @param progress what has happened up to that day
     * @param day the day of the question, not before the start
     */
    public List<String> breaches(LocalDate start, Progress progress, LocalDate day) {
        Checks.require(!day.isBefore(start), "day is %s. Expected on or after the start %s.", day, start);
        List<String> breaches = new ArrayList<>();
        late("A mentor", progress.mentorAssigned(), start, MENTOR_DAYS, day).ifPresent(breaches::add);
        late("Goals of the learning plan", progress.goalsSet(), start, GOAL_DAYS, day)
                .ifPresent(breaches::add);
        LocalDate from = progress.mentorAssigned().filter(m -> !m.isAfter(day)).orElse(day);
        LocalDate until = day.isAfter(endOf(start)) ? endOf(start) : day;
        long weeks = Math.max(0, ChronoUnit.DAYS.between(from, until) / 7);
        if (progress.hours() < weeks) {
            breaches.add(String.format(
                    Locale.ROOT,
                    "Mentoring: %.1f hours in %d weeks; one hour a week is expected.",
                    progress.hours(),
                    weeks));
        }
        return List.copyOf(breaches);
    }

    private static Optional<String> late(
            String what, Optional<LocalDate> done, LocalDate start, int allowed, LocalDate day) {
        LocalDate reached = done.filter(d -> !d.isAfter(day)).orElse(day);
        long days = ChronoUnit.DAYS.between(start, reached);
        boolean missing = done.isEmpty() || done.get().isAfter(day);
        return days <= allowed
                ? Optional.empty()
                : Optional.of(what + ": " + (missing ? "still missing on day " : "only on day ") + days + "; within "
                        + allowed + " days is expected.");
    }

    /**
     * How far an induction has come.
     *
     * @param mentorAssigned the day on which a mentor was assigned
     * @param goalsSet the day on which the goals of the learning plan were set
     * @param hours the hours of mentoring so far, zero or more
     */
    public record Progress(Optional<LocalDate> mentorAssigned, Optional<LocalDate> goalsSet, double hours) {
        /** Checks the hours. */
        public Progress {
            Checks.require(Checks.finite(hours, "hours") >= 0, "hours are %s. Expected zero or more.", hours);
        }
    }
}
