package org.iltlib.analytics.effectiveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.iltlib.impact.IndicatorLink;

/**
 * Whether an outcome goes with a condition measured earlier, at the lag that was stated and no other: Pearson's correlation
 * of pairs with Fisher's interval. Immutable.
 *
 * <p>Pairs from one series follow each other in time, so they are less than independent and the interval is too narrow; read
 * it as the least doubt there is. Source: R. A. Fisher (1921), "On the probable error of a coefficient of correlation",
 * Metron 1, 3–32.
 *
 * @param level the confidence level, between 0 and 1
 */
public record LeadLag(double level) {
    private static final int LEAST = 4;
    private static final double ROUNDING = 1e-12;

    /**
     * What came out.
     *
     * @param link the link
     * @param correlation of the condition and the outcome after the lag, with its interval; missing below four pairs, or if
     *     either does not vary, or if they lie on one line, by more than rounding leaves: 1e-12 of the size
     */
    public record Result(IndicatorLink link, Measured<Estimate> correlation) {
        /** Associated; whatever the number. */
        public ClaimRung rung() {
            return ClaimRung.ASSOCIATED;
        }

        /**
         * The statement with its rung.
         *
         * @throws IllegalArgumentException if it says more, such as that the condition led to the outcome
         */
        public String sentence(String statement) {
            return rung().sentence(statement);
        }

        /** The result in words. */
        public Explanation explain() {
            return Explanation.of(
                    "%s and, %s period(s) later, %s: %s. [%s]",
                    link.leading().name(),
                    link.lag(),
                    link.lagging().name(),
                    correlation.map(known -> String.format(
                            Locale.ROOT,
                            "correlation %.2f, from %.2f to %.2f, %s pairs",
                            known.value(),
                            known.lower(),
                            known.upper(),
                            known.n())),
                    rung());
        }
    }

    /** Checks the level. */
    public LeadLag {
        MeanInterval.withDefaults().withLevel(level);
    }

    /** Level 0.95. */
    public static LeadLag withDefaults() {
        return new LeadLag(0.95);
    }

    /** A copy with that level. */
    public LeadLag withLevel(double other) {
        return new LeadLag(other);
    }

    /**
     * The association over two series that begin at the same period, a value for each. Linear in their length.
     *
     * @param link what leads to what, and after how long
     * @param leading the condition, period by period
     * @param lagging the outcome, period by period
     */
    public Result of(IndicatorLink link, List<Measured<Double>> leading, List<Measured<Double>> lagging) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i + link.lag() < lagging.size() && i < leading.size(); i++) {
            Measured<Double> after = lagging.get(i + link.lag());
            leading.get(i)
                    .flatMap(x ->
                            after.map(y -> new double[] {Checks.finite(x, "leading"), Checks.finite(y, "lagging")}))
                    .value()
                    .ifPresent(pairs::add);
        }
        return new Result(link, correlation(pairs));
    }

    private static double mean(List<double[]> pairs, int side) {
        double sum = 0;
        for (double[] pair : pairs) {
            sum += pair[side];
        }
        return sum / pairs.size();
    }

    private static double product(List<double[]> pairs, int first, int second) {
        double sum = 0;
        double one = mean(pairs, first);
        double other = mean(pairs, second);
        for (double[] pair : pairs) {
            sum += (pair[first] - one) * (pair[second] - other);
        }
        return sum;
    }

    private static boolean varies(List<double[]> pairs, int side) {
        double least = pairs.get(0)[side];
        double most = least;
        for (double[] pair : pairs) {
            least = Math.min(least, pair[side]);
            most = Math.max(most, pair[side]);
        }
        return most - least > ROUNDING * Math.max(Math.abs(least), Math.abs(most));
    }

    private Measured<Estimate> correlation(List<double[]> pairs) {
        int n = pairs.size();
        if (n < LEAST) {
            return Measured.missing(MissingReason.TOO_FEW, n + " pairs at that lag");
        }
        boolean varies = varies(pairs, 0) && varies(pairs, 1);
        double norm = Math.sqrt(product(pairs, 0, 0)) * Math.sqrt(product(pairs, 1, 1));
        double r = varies && norm > 0 ? product(pairs, 0, 1) / norm : 1;
        if (Math.abs(r) >= 1 - ROUNDING) {
            return Measured.missing(MissingReason.UNDEFINED, "no spread, or none about a line");
        }
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        double reach = Distributions.normalQuantile((1 + level) / 2) / Math.sqrt(n - 3.0);
        return Measured.of(Estimate.builder()
                .value(r)
                .lower(Math.min(r, Math.tanh(z - reach)))
                .upper(Math.max(r, Math.tanh(z + reach)))
                .level(level)
                .n(n)
                .unit("correlation")
                .method("Pearson correlation, Fisher interval")
                .build());
    }
}
