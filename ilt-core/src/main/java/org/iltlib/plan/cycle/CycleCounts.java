package org.iltlib.plan.cycle;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * How many cycles were started, completed and closed. Closed is what counts: a cycle that reached its last phase and was
 * never decided on has taught nothing that lasts.
 *
 * @param courses the cycles
 */
public record CycleCounts(List<CycleCourse> courses) {
    /** Copies the list. */
    public CycleCounts {
        courses = List.copyOf(courses);
    }

    /** The counts of these cycles. */
    public static CycleCounts of(Collection<CycleCourse> courses) {
        return new CycleCounts(List.copyOf(courses));
    }

    /** How many were started. */
    public int started() {
        return courses.size();
    }

    /** How many reached their last phase. */
    public int completed() {
        return (int) courses.stream().filter(CycleCourse::isCompleted).count();
    }

    /** How many a decision ended. */
    public int closed() {
        return (int) courses.stream().filter(course -> course.end().isPresent()).count();
    }

    /** How many ended with each outcome; an outcome without any is zero. */
    public Map<CycleOutcome, Integer> outcomes() {
        Map<CycleOutcome, Integer> counts = new EnumMap<>(CycleOutcome.class);
        for (CycleOutcome outcome : CycleOutcome.values()) {
            counts.put(outcome, 0);
        }
        courses.forEach(course -> course.end().ifPresent(end -> counts.merge(end.outcome(), 1, Integer::sum)));
        return Collections.unmodifiableMap(counts);
    }

    /** The cycles that reached their last phase and were not decided on, in order. */
    public List<EntryId> listUndecided() {
        return courses.stream()
                .filter(course -> course.isCompleted() && course.end().isEmpty())
                .map(course -> course.cycle().id())
                .toList();
    }

    /** The median days from start to end of those that ended; missing if none did. */
    public Measured<Rational> medianCycleTime() {
        return median(courses.stream()
                .map(CycleCourse::cycleTime)
                .flatMap(time -> time.value().stream())
                .toList());
    }

    static Measured<Rational> median(List<Long> days) {
        List<Long> sorted = days.stream().sorted().toList();
        int n = sorted.size();
        return n == 0
                ? Measured.missing(MissingReason.TOO_FEW, "none yet")
                : Measured.of(Rational.of(sorted.get((n - 1) / 2) + sorted.get(n / 2), 2));
    }

    /** The counts in words. */
    public Explanation explanation() {
        return Explanation.of(
                        "%d cycles were started, %d completed, %d closed with a decision.",
                        started(), completed(), closed())
                .because("Outcomes: %s.", outcomes())
                .because("Median days from start to end: %s.", medianCycleTime())
                .because("Completed and not decided on: %s.", listUndecided());
    }
}
