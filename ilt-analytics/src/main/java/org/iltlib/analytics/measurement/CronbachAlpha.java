package org.iltlib.analytics.measurement;

import org.hipparchus.distribution.continuous.FDistribution;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Cronbach's alpha: k/(k−1)·(1 − Σ s²ᵢ / s²), with n − 1 in every variance; equal to KR-20 for items scored 0 or 1. The
 * interval is Feldt's, from the F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom. Immutable. Linear in
 * the number of scores.
 *
 * <p>Sources: Cronbach, L. J. (1951), doi:10.1007/BF02310555; Feldt, L. S. (1965), doi:10.1007/BF02289499.
 */
public final class CronbachAlpha {
    private final double level;

    private CronbachAlpha(double level) {
        this.level = level;
    }

    /** With an interval at level 0.95. */
    public static CronbachAlpha withDefaults() {
        return new CronbachAlpha(0.95);
    }

    /** A copy with an interval at that level, between 0 and 1, both excluded. */
    public CronbachAlpha withLevel(double other) {
        Checks.require(other > 0 && other < 1, "level is %s. Expected between 0 and 1, such as 0.95.", other);
        return new CronbachAlpha(other);
    }

    /**
     * The reliability of the total over those scores; missing for fewer than two students or items, or if all
     * totals are the same.
     *
     * @param scores a row for each student, a column for each item; complete
     * @throws IllegalArgumentException if a row differs in length or a score is not finite
     */
    public Reliability of(double[][] scores) {
        int n = Scores.check(scores).length;
        int k = n == 0 ? 0 : scores[0].length;
        if (n < 2 || k < 2) {
            return missing(MissingReason.TOO_FEW, "at least two students and two items are needed");
        }
        double total = Scores.variance(Scores.totals(scores));
        if (!(total > 0)) {
            return missing(MissingReason.UNDEFINED, "all totals are the same");
        }
        double items = 0;
        for (int i = 0; i < k; i++) {
            items += Scores.variance(Scores.column(scores, i));
        }
        double alpha = k / (k - 1.0) * (1 - items / total);
        FDistribution f = new FDistribution(n - 1.0, (n - 1.0) * (k - 1.0));
        double lower = 1 - (1 - alpha) * f.inverseCumulativeProbability((1 + level) / 2);
        double upper = 1 - (1 - alpha) * f.inverseCumulativeProbability((1 - level) / 2);
        Estimate estimate = Estimate.builder()
                .value(alpha)
                .lower(Math.min(lower, alpha))
                .upper(Math.max(upper, alpha))
                .level(level)
                .n(n)
                .unit("share of variance")
                .method("Cronbach's alpha, Feldt interval")
                .build();
        return new Reliability(Measured.of(estimate), Measured.of(Math.sqrt(total * Math.max(0, 1 - alpha))));
    }

    private static Reliability missing(MissingReason reason, String detail) {
        return new Reliability(Measured.missing(reason, detail), Measured.missing(reason, detail));
    }
}
