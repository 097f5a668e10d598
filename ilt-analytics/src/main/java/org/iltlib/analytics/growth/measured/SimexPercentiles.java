package org.iltlib.analytics.growth.measured;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.growth.percentile.PercentileReading;
import org.iltlib.base.Measured;

/**
 * Growth percentiles corrected for error in earlier scores, beside the plain ones. Immutable, thread-safe.
 *
 * <p>A corrected percentile has less bias and more chance than the plain one: made for means of groups rather than for one
 * student. Ranked percentiles are spread evenly again, which corrected ones are not.
 */
public final class SimexPercentiles {
    private static final int STEPS = 8;

    private final GrowthPercentiles plain;
    private final byte[] percentiles;
    private final byte[] ranked;
    private final int fits;

    SimexPercentiles(GrowthPercentiles plain, List<Measured<CorrectedPredictions>> orders) {
        this.plain = plain;
        GrowthCohort cohort = plain.cohort();
        percentiles = new byte[cohort.size()];
        ranked = new byte[cohort.size()];
        int[] values = new int[cohort.size()];
        Arrays.fill(values, -1);
        double[] curve = new double[CoefficientMatrix.QUANTILES];
        for (int place = 0; place < cohort.size(); place++) {
            int order = plain.order(place);
            while (order > 0 && !orders.get(order - 1).isReported()) {
                order--;
            }
            if (order > 0) {
                double[] priors = new double[order];
                for (int k = 0; k < order; k++) {
                    priors[k] = cohort.findPrior(place, k + 1).orElseThrow();
                }
                orders.get(order - 1).value().orElseThrow().predict(priors, curve);
                double score = cohort.findCurrent(place).orElseThrow();
                percentiles[place] = (byte) PercentileReading.percentile(curve, 0, score);
                PercentileReading.sort(curve);
                PercentileReading.round(curve);
                values[place] = fine(curve, score);
            }
        }
        rank(values);
        int sum = 0;
        for (Measured<CorrectedPredictions> order : orders) {
            sum += order.map(CorrectedPredictions::fits).orElse(0);
        }
        fits = sum;
    }

    /** How many of 793 values lie strictly below: the hundred and seven between each two neighbours. */
    static int fine(double[] curve, double score) {
        int below = 0;
        while (below < curve.length && curve[below] < score) {
            below++;
        }
        if (below == 0 || below == curve.length) {
            return below == 0 ? 0 : STEPS * (curve.length - 1) + 1;
        }
        int between = 0;
        double low = curve[below - 1];
        double step = (curve[below] - low) / STEPS;
        while (between < STEPS - 1 && low + (between + 1) * step < score) {
            between++;
        }
        return STEPS * (below - 1) + 1 + between;
    }

    /** round(100 · mean rank / n), from 1 to 99, equal values sharing the mean of their ranks. */
    private void rank(int[] values) {
        long[] counts = new long[STEPS * CoefficientMatrix.QUANTILES];
        for (int value : values) {
            if (value >= 0) {
                counts[value]++;
            }
        }
        long n = Arrays.stream(counts).sum();
        int[] percent = new int[counts.length];
        long below = 0;
        for (int value = 0; value < counts.length; value++) {
            double mean = below + (counts[value] + 1) / 2.0;
            percent[value] = (int) Math.max(1, Math.min(99, Math.rint(100 * mean / Math.max(1, n))));
            below += counts[value];
        }
        for (int place = 0; place < values.length; place++) {
            ranked[place] = (byte) (values[place] < 0 ? 0 : percent[values[place]]);
        }
    }

    /** The percentiles without correction. */
    public GrowthPercentiles plain() {
        return plain;
    }

    /** How many perturbed fits stand behind the correction, over all orders. */
    public int fits() {
        return fits;
    }

    /** The student's corrected percentile, 1 to 99; 0 if there is none. */
    public int percentile(int place) {
        return percentiles[place];
    }

    /** The student's corrected percentile by rank, 1 to 99; 0 if there is none. */
    public int ranked(int place) {
        return ranked[place];
    }

    /** All corrected percentiles, by place; 0 where there is none. */
    public int[] percentiles() {
        return IntStream.range(0, percentiles.length).map(this::percentile).toArray();
    }

    /** All corrected percentiles by rank; 0 where there is none. */
    public int[] rankedPercentiles() {
        return IntStream.range(0, ranked.length).map(this::ranked).toArray();
    }

    /** Such as {@code 600 of 600 students, 300 perturbed fits}. */
    @Override
    public String toString() {
        return plain + ", " + fits + " perturbed fits";
    }
}
