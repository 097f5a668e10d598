package org.iltlib.analytics.impact.time;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/**
 * Outcomes of units, such as schools, in periods, such as years, and the period in which each unit started a treatment.
 * Immutable; arrays are copied. A unit may have any number of rows a period, such as its students; an unknown outcome is
 * {@code NaN} and its row is left out.
 */
public final class Panel {
    /** The start of a unit that never started. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final double[] outcome;
    private final int[] unit;
    private final int[] period;
    private final int[] start;

    private Panel(double[] outcome, int[] unit, int[] period, int[] start) {
        this.outcome = outcome;
        this.unit = unit;
        this.period = period;
        this.start = start;
    }

    /**
     * A panel.
     *
     * @param outcome one number a row, {@code NaN} where unknown
     * @param unit the unit of each row
     * @param period the period of each row
     * @param start the first period under treatment of the row's unit, {@link #NEVER} if there is none
     * @throws IllegalArgumentException if the lengths differ, an outcome is infinite, or a unit has two starts
     */
    public static Panel of(double[] outcome, int[] unit, int[] period, int[] start) {
        Checks.require(
                unit.length == outcome.length && period.length == outcome.length && start.length == outcome.length,
                "There are %s outcomes, %s units, %s periods and %s starts. Expected one each a row.",
                outcome.length,
                unit.length,
                period.length,
                start.length);
        Map<Integer, Integer> starts = new HashMap<>();
        for (int i = 0; i < outcome.length; i++) {
            Checks.require(!Double.isInfinite(outcome[i]), "outcome holds %s. Expected a number or NaN.", outcome[i]);
            Integer known = starts.putIfAbsent(unit[i], start[i]);
            Checks.require(
                    known == null || known == start[i],
                    "Unit %s starts in %s and in %s. Expected one start. Maybe it stopped and began again.",
                    unit[i],
                    known,
                    start[i]);
        }
        return new Panel(outcome.clone(), unit.clone(), period.clone(), start.clone());
    }

    /** The periods with a known outcome, in order. */
    public NavigableSet<Integer> periods() {
        NavigableSet<Integer> periods = new TreeSet<>();
        for (int i = 0; i < outcome.length; i++) {
            if (!Double.isNaN(outcome[i])) {
                periods.add(period[i]);
            }
        }
        return periods;
    }

    /** The different starts within the periods, in order: {@link #NEVER} and later ones are not among them. */
    public NavigableSet<Integer> starts() {
        NavigableSet<Integer> starts = new TreeSet<>();
        NavigableSet<Integer> periods = periods();
        for (int i = 0; i < outcome.length; i++) {
            if (!Double.isNaN(outcome[i]) && start[i] <= periods.last()) {
                starts.add(start[i]);
            }
        }
        return starts;
    }

    /** Whether units start in different periods. */
    public boolean isStaggered() {
        return starts().size() > 1;
    }

    /** Whether some unit with a known outcome is not treated within the periods. */
    public boolean hasUntreated() {
        boolean[] ever = everTreated();
        for (int i = 0; i < ever.length; i++) {
            if (!ever[i] && !Double.isNaN(outcome[i])) {
                return true;
            }
        }
        return false;
    }

    /** How many rows there are, with those that have no outcome. */
    public int rows() {
        return outcome.length;
    }

    double[] outcomes() {
        return outcome;
    }

    int[] units() {
        return unit;
    }

    int[] periodCodes() {
        return period;
    }

    /** Whether each row is under treatment. */
    boolean[] treatedNow() {
        boolean[] now = new boolean[outcome.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = period[i] >= start[i];
        }
        return now;
    }

    /** Whether each row's unit is treated at some time within the periods. */
    boolean[] everTreated() {
        int last = periods().isEmpty() ? Integer.MIN_VALUE : periods().last();
        boolean[] ever = new boolean[outcome.length];
        for (int i = 0; i < ever.length; i++) {
            ever[i] = start[i] <= last;
        }
        return ever;
    }

    /** Means by unit with a known outcome and period. */
    Cells cells() {
        int[] units = IntStream.range(0, unit.length)
                .filter(i -> !Double.isNaN(outcome[i]))
                .map(i -> unit[i])
                .distinct()
                .sorted()
                .toArray();
        int[] times = periods().stream().mapToInt(Integer::intValue).toArray();
        double[][] sums = new double[units.length][times.length];
        int[][] counts = new int[units.length][times.length];
        int[] starts = new int[units.length];
        for (int i = 0; i < outcome.length; i++) {
            if (!Double.isNaN(outcome[i])) {
                int u = Arrays.binarySearch(units, unit[i]);
                starts[u] = start[i];
                int t = Arrays.binarySearch(times, period[i]);
                sums[u][t] += outcome[i];
                counts[u][t]++;
            }
        }
        boolean balanced = true;
        for (int u = 0; u < units.length; u++) {
            for (int t = 0; t < times.length; t++) {
                balanced &= counts[u][t] > 0 && counts[u][t] == counts[0][0];
                sums[u][t] = counts[u][t] > 0 ? sums[u][t] / counts[u][t] : Double.NaN;
            }
        }
        return new Cells(sums, times, starts, balanced);
    }

    /**
     * Means by unit and period.
     *
     * @param means by unit and place of the period; NaN where there is none
     * @param times the periods in order
     * @param starts by unit
     * @param balanced whether every unit has as many rows as every other in every period
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Cells(double[][] means, int[] times, int[] starts, boolean balanced) {
        int units() {
            return starts.length;
        }

        /** What is to be said where periods do not follow one another; empty if they do. */
        Optional<String> gaps() {
            for (int t = 1; t < times.length; t++) {
                if (times[t] != times[t - 1] + 1) {
                    return Optional.of("nothing is known between " + times[t - 1] + " and " + times[t]
                            + "; event times are differences of periods");
                }
            }
            return Optional.empty();
        }

        /** The place of the first period at or after that start; the number of periods if there is none. */
        int place(int start) {
            int at = Arrays.binarySearch(times, start);
            return at >= 0 ? at : -at - 1;
        }
    }
}
