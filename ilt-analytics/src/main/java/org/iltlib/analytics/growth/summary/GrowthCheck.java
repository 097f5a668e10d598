package org.iltlib.analytics.growth.summary;

import java.util.Arrays;
import java.util.Locale;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.stats.Quantiles;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Whether growth percentiles mean the same at all levels of scores: students in tenths by the score before the newest, and
 * in each tenth how many have a percentile of 1–10, 11–20 … 91–99. A model that fits gives each tenth a tenth of each; the
 * bands at the ends hold .105 and .095 instead, because 1 stands for 0 and 99 for 100 too. Immutable.
 */
public final class GrowthCheck {
    /** The number of tenths, and of bands of percentiles. */
    public static final int TENTHS = 10;

    private final long[][] counts;

    private GrowthCheck(long[][] counts) {
        this.counts = counts;
    }

    /** Of all students with a percentile; missing below a hundred. */
    public static Measured<GrowthCheck> of(GrowthPercentiles growth) {
        if (growth.scored() < TENTHS * TENTHS) {
            return Measured.missing(MissingReason.TOO_FEW, growth.scored() + " students with a percentile");
        }
        double[] priors = new double[growth.scored()];
        int[] percentiles = new int[growth.scored()];
        int n = 0;
        for (int place = 0; place < growth.cohort().size(); place++) {
            if (growth.percentile(place) > 0) {
                priors[n] = growth.cohort().findPrior(place, 1).orElseThrow();
                percentiles[n++] = growth.percentile(place);
            }
        }
        double[] cuts = new double[TENTHS - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = Quantiles.of(priors, (i + 1.0) / TENTHS).orElseThrow();
        }
        long[][] counts = new long[TENTHS][TENTHS];
        for (int i = 0; i < n; i++) {
            int tenth = 0;
            while (tenth < cuts.length && priors[i] > cuts[tenth]) {
                tenth++;
            }
            counts[tenth][(percentiles[i] - 1) / TENTHS]++;
        }
        return Measured.of(new GrowthCheck(counts));
    }

    /**
     * How many students of a tenth have a percentile in a band.
     *
     * @param tenth of the earlier score, the lowest being 1
     * @param band of the percentile, 1 for 1 to 10
     */
    public long count(int tenth, int band) {
        return counts[tenth(tenth, "tenth")][tenth(band, "band")];
    }

    /** The share of a tenth's students with a percentile in a band; missing if the tenth is empty, as ties can make it. */
    public Measured<Double> share(int tenth, int band) {
        long n = Arrays.stream(counts[tenth(tenth, "tenth")]).sum();
        return n == 0
                ? Measured.missing(MissingReason.NO_STUDENTS, "no students in tenth " + tenth)
                : Measured.of((double) count(tenth, band) / n);
    }

    /** The share that a model that fits would have there. */
    public static double expected(int band) {
        int at = tenth(band, "band");
        return at == 0 ? 0.105 : at == TENTHS - 1 ? 0.095 : 0.1;
    }

    private static int tenth(int number, String name) {
        Checks.require(number >= 1 && number <= TENTHS, "%s is %s. Expected 1 to %s.", name, number, TENTHS);
        return number - 1;
    }

    /** The largest difference between a share and what is expected; 0 if all fit. */
    public double largestDeviation() {
        double largest = 0;
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            for (int band = 1; band <= TENTHS; band++) {
                double expected = expected(band);
                largest = Math.max(largest, Math.abs(share(tenth, band).orElse(expected) - expected));
            }
        }
        return largest;
    }

    /** Such as {@code largest deviation 0.032}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "largest deviation %.3f", largestDeviation());
    }
}
