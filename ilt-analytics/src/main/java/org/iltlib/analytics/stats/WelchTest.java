package org.iltlib.analytics.stats;

import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The difference of two means, first less second, without assuming equal spread. Immutable.
 *
 * <p>Interval by Student's t with the Welch–Satterthwaite degrees of freedom; p-value two-sided. The numbers count as
 * independent. Source: B. L. Welch (1947), doi:10.1093/biomet/34.1-2.28.
 *
 * @param level the confidence level, between 0 and 1
 * @param unit the unit of the numbers, in words
 */
public record WelchTest(double level, String unit) {
    /**
     * What came out.
     *
     * @param difference first mean less second, with its interval
     * @param degreesOfFreedom of the t distribution
     * @param pValue the two-sided p-value for no difference
     */
    public record Result(Estimate difference, double degreesOfFreedom, double pValue) {}

    /** Checks the level. */
    public WelchTest {
        Distributions.open(level, "level");
    }

    /** Level 0.95, unit {@code points}. */
    public static WelchTest withDefaults() {
        return new WelchTest(0.95, "points");
    }

    /** A copy with that level. */
    public WelchTest withLevel(double level) {
        return new WelchTest(level, unit);
    }

    /** A copy with that unit. */
    public WelchTest withUnit(String unit) {
        return new WelchTest(level, unit);
    }

    /** The difference; missing if either side has fewer than two numbers or neither varies. */
    public Measured<Result> of(Moments first, Moments second) {
        if (first.n() < 2 || second.n() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + first.n() + " and " + second.n());
        }
        double a = first.variance().orElseThrow() / first.n();
        double b = second.variance().orElseThrow() / second.n();
        if (!(a + b > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "no spread on either side");
        }
        double degrees = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
        double error = Math.sqrt(a + b);
        double value = first.mean() - second.mean();
        double reach = error * Distributions.studentQuantile(degrees, (1 + level) / 2);
        Estimate difference = Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(level)
                .standardError(error)
                .n(first.n() + second.n())
                .unit(unit)
                .method("difference of means, Welch interval")
                .build();
        double p = 2 * Distributions.studentProbability(degrees, -Math.abs(value / error));
        return Measured.of(new Result(difference, degrees, Math.min(1, p)));
    }
}
