package org.iltlib.analytics.equity.warning;

import java.util.Arrays;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.PairShareInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * How well a score tells those to whom it happened from the others: the chance that one of the first has the higher score,
 * ties counted half, with DeLong's standard error. n log n. Source: DeLong, DeLong &amp; Clarke-Pearson (1988),
 * doi:10.2307/2531595; by midranks, Sun &amp; Xu (2014), doi:10.1109/LSP.2014.2337313.
 */
public final class AreaUnderCurve {
    private static final double LEVEL = 0.95;

    private AreaUnderCurve() {}

    /**
     * The area with a 95 % interval, cut at 0 and 1; where the estimated error is 0, as where the score never errs, the
     * interval of {@link PairShareInterval} without a standard error. Missing below two on either side.
     *
     * @param events the scores of those to whom it happened
     * @param spared the scores of the others
     */
    public static Measured<Estimate> of(double[] events, double[] spared) {
        int m = events.length;
        int n = spared.length;
        if (m < 2 || n < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "it happened to " + m + " and not to " + n);
        }
        double[] all = Arrays.copyOf(events, m + n);
        System.arraycopy(spared, 0, all, m, n);
        for (double score : all) {
            Checks.finite(score, "score");
        }
        double[] ranks = midranks(all);
        double[] withinEvents = midranks(events);
        double[] withinSpared = midranks(spared);
        double[] above = new double[m];
        double area = 0;
        for (int i = 0; i < m; i++) {
            above[i] = (ranks[i] - withinEvents[i]) / n;
            area += above[i] / m;
        }
        double[] below = new double[n];
        for (int j = 0; j < n; j++) {
            below[j] = 1 - (ranks[m + j] - withinSpared[j]) / m;
        }
        double error = Math.sqrt(variance(above, area) / m + variance(below, area) / n);
        double value = Math.min(1, area);
        if (!(error > 1e-12)) { // 0 but for rounding
            return Measured.of(withoutError(value, m, n));
        }
        double reach = Distributions.normalQuantile((1 + LEVEL) / 2) * error;
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(Math.max(0, value - reach))
                .upper(Math.min(1, value + reach))
                .level(LEVEL)
                .standardError(error)
                .n((long) m + n)
                .unit("chance")
                .method("area under the curve, DeLong interval")
                .build());
    }

    private static Estimate withoutError(double value, long m, long n) {
        PairShareInterval interval = new PairShareInterval(LEVEL);
        return Estimate.builder()
                .value(value)
                .lower(Math.min(value, interval.lower(value, m, n)))
                .upper(Math.max(value, 1 - interval.lower(1 - value, m, n)))
                .level(LEVEL)
                .n(m + n)
                .unit("chance")
                .method("area under the curve, Newcombe interval")
                .build();
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    private static double[] midranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (first(sorted, values[i]) + first(sorted, Math.nextUp(values[i])) + 1) / 2.0;
        }
        return ranks;
    }

    /** How many of the sorted values are smaller. */
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
