package org.iltlib.analytics.regression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.base.Checks;

/**
 * The usable rows of several series, in the order of time.
 *
 * @param series which series a row belongs to
 * @param time when
 * @param order the rows by series and time
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record SeriesOrder(GroupCodes series, int[] time, int[] order) {
    static SeriesOrder of(UsableRows rows, int total, int[] time, int[] series) {
        Checks.require(
                time.length == total && series.length == total,
                "There are %s rows, %s times and %s series. Expected one each a row.",
                total,
                time.length,
                series.length);
        int n = rows.n();
        int[] when = new int[n];
        int[] whose = new int[n];
        for (int i = 0; i < n; i++) {
            when[i] = time[rows.row(i)];
            whose[i] = series[rows.row(i)];
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> whose[i]).thenComparingInt(i -> when[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k = 1; k < n; k++) {
            Checks.require(
                    whose[order[k]] != whose[order[k - 1]] || when[order[k]] != when[order[k - 1]],
                    "The time %s stands twice in series %s. Expected one row each. Maybe take means first.",
                    when[order[k]],
                    whose[order[k]]);
        }
        return new SeriesOrder(GroupCodes.of(whose), when, order);
    }

    /** Whether the row at that place of the order follows the one before it in the same series. */
    boolean follows(int place) {
        return place > 0 && series.get(order[place]) == series.get(order[place - 1]);
    }

    /** Whether some series leaves a time out. */
    boolean hasGap() {
        return IntStream.range(1, order.length).anyMatch(k -> follows(k) && time[order[k]] != time[order[k - 1]] + 1);
    }

    /** Σe_t·e_{t−1}/Σe²_{t−1}; zero if there is nothing to divide by. */
    double autocorrelation(double[] residuals) {
        double products = 0;
        double squares = 0;
        for (int k = 1; k < order.length; k++) {
            if (follows(k)) {
                double before = residuals[order[k - 1]];
                products += residuals[order[k]] * before;
                squares += before * before;
            }
        }
        return squares > 0 ? products / squares : 0;
    }

    double durbinWatson(double[] residuals) {
        double steps = 0;
        for (int k = 1; k < order.length; k++) {
            double step = residuals[order[k]] - residuals[order[k - 1]];
            steps += follows(k) ? step * step : 0;
        }
        return steps / Arrays.stream(residuals).map(e -> e * e).sum();
    }

    /** The values less ρ times the one before, the first of a series times √(1 − ρ²). */
    double[] transformed(double[] values, double rho) {
        double[] changed = new double[values.length];
        for (int k = 0; k < order.length; k++) {
            double value = values[order[k]];
            changed[order[k]] = follows(k) ? value - rho * values[order[k - 1]] : Math.sqrt(1 - rho * rho) * value;
        }
        return changed;
    }
}
