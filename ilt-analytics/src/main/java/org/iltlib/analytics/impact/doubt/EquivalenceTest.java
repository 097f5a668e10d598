package org.iltlib.analytics.impact.doubt;

import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * Whether a difference is proved to be too small to matter, which is more than not being proved to exist: two one-sided
 * t tests, against −margin and against +margin. Immutable options; O(1).
 *
 * <p>Equivalent at α means that the interval of level 1 − 2α lies inside the margins. Source: Schuirmann (1987),
 * doi:10.1007/BF01068419.
 *
 * @param margin the smallest difference that would matter, in the unit of the effect, above zero
 */
public record EquivalenceTest(double margin) {
    /** Checks the margin. */
    public EquivalenceTest {
        Checks.require(Checks.finite(margin, "margin") > 0, "margin is %s. Expected above zero.", margin);
    }

    /** With that margin. */
    public static EquivalenceTest within(double margin) {
        return new EquivalenceTest(margin);
    }

    /**
     * The result.
     *
     * @param above the p-value against a difference of −margin or below
     * @param below the p-value against a difference of +margin or above
     * @param why in words
     */
    public record Result(double above, double below, Explanation why) {
        /** The larger of the two: the p-value of the whole test. */
        public double pValue() {
            return Math.max(above, below);
        }
    }

    /**
     * The test.
     *
     * @param value the difference
     * @param standardError its standard error, above zero
     * @param degreesOfFreedom above zero
     */
    public Result of(double value, double standardError, double degreesOfFreedom) {
        Checks.finite(value, "value");
        Checks.require(
                Checks.finite(standardError, "standardError") > 0,
                "standardError is %s. Expected above zero.",
                standardError);
        double above = Distributions.studentProbability(degreesOfFreedom, -(value + margin) / standardError);
        double below = Distributions.studentProbability(degreesOfFreedom, (value - margin) / standardError);
        return new Result(
                above,
                below,
                Explanation.of(
                                "That the difference of %.4g is at least %.4g either way would come up with p = %.4f.",
                                value, margin, Math.max(above, below))
                        .because(
                                "Against −%.4g: p = %.4f; against +%.4g: p = %.4f (standard error %.4g, %.1f degrees of"
                                        + " freedom).",
                                margin, above, margin, below, standardError, degreesOfFreedom));
    }

    /** The test of an effect in points. */
    public Result of(TreatmentEffect effect) {
        return of(effect.points().value(), effect.points().standardError().orElse(0.0), effect.degreesOfFreedom());
    }
}
