package org.iltlib.analytics.stats;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Hedges' g: the difference of two means in pooled standard deviations, corrected for small samples by ω = 1 − 3/(4N −
 * 9), with a normal interval from the standard error ω√(N/(n₁n₂) + d²/2N). Immutable.
 *
 * <p>Source: What Works Clearinghouse Procedures Handbook 4.1, appendix E; L. V. Hedges (1981),
 * doi:10.3102/10769986006002107.
 *
 * @param level the confidence level, between 0 and 1
 */
public record HedgesG(double level) {
    /** Checks the level. */
    public HedgesG {
        Distributions.open(level, "level");
    }

    /** Level 0.95. */
    public static HedgesG withDefaults() {
        return new HedgesG(0.95);
    }

    /** A copy with that level. */
    public HedgesG withLevel(double level) {
        return new HedgesG(level);
    }

    /** First less second, in standard deviations; missing if a side has fewer than two numbers or nothing varies. */
    public Measured<Estimate> of(Moments first, Moments second) {
        if (first.n() < 2 || second.n() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + first.n() + " and " + second.n());
        }
        double n = (double) first.n() + second.n();
        double pooled = Math.sqrt((first.squares() + second.squares()) / (n - 2));
        if (!(pooled > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "no spread on either side");
        }
        double omega = smallSampleFactor(n);
        double d = (first.mean() - second.mean()) / pooled;
        double error = omega * Math.sqrt(n / ((double) first.n() * second.n()) + d * d / (2 * n));
        double reach = error * Distributions.normalQuantile((1 + level) / 2);
        return Measured.of(Estimate.builder()
                .value(omega * d)
                .lower(omega * d - reach)
                .upper(omega * d + reach)
                .level(level)
                .standardError(error)
                .n(first.n() + second.n())
                .unit("standard deviations")
                .method("Hedges g, normal interval")
                .build());
    }

    /**
     * The correction for small samples, {@code 1 − 3/(4n − 9)}, Hedges (1981), doi:10.3102/10769986006002107.
     *
     * @param n the number of students on both sides together, at least 3
     */
    public static double smallSampleFactor(double n) {
        Checks.require(n >= 3, "n is %s. Expected at least 3.", n);
        return 1 - 3 / (4 * n - 9);
    }

    /**
     * The improvement index: by how many percentile points an average student of the compared group would stand higher
     * in it with the effect, {@code 100 (Φ(g) − ½)}; −50 to 50. What Works Clearinghouse Procedures Handbook 4.1, appendix
     * E.
     *
     * @param g the effect in standard deviations, finite
     */
    public static double improvementIndex(double g) {
        return 100 * (Distributions.normalProbability(Checks.finite(g, "g")) - 0.5);
    }
}
