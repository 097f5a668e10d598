package org.iltlib.analytics.impact.doubt;

import org.iltlib.analytics.impact.PlainError;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;

/**
 * How an effect from least squares would change if one more cause, which nobody measured, had been held equal. The change
 * is exact: |bias| = SE·√(R²(Y)·R²(D)/(1 − R²(D))·df), whatever the cause is. Immutable; O(1).
 *
 * <p>The formulas are those of classical standard errors and N − p degrees of freedom; Satterthwaite's would make the
 * treatment explain many times what it does. Source: Cinelli &amp;
 * Hazlett (2020), doi:10.1111/rssb.12348.
 *
 * @param value the effect
 * @param standardError its standard error, above zero
 * @param degreesOfFreedom of the residuals, above 1
 */
public record HiddenConfounder(double value, double standardError, double degreesOfFreedom) {
    /** Checks the numbers. */
    public HiddenConfounder {
        Checks.finite(value, "value");
        Checks.require(
                Checks.finite(standardError, "standardError") > 0,
                "standardError is %s. Expected above zero.",
                standardError);
        Checks.require(
                Checks.finite(degreesOfFreedom, "degreesOfFreedom") > 1,
                "degreesOfFreedom is %s. Expected above 1.",
                degreesOfFreedom);
    }

    /**
     * Of an effect from least squares, by its {@link TreatmentEffect#plainError()}: the shares are of variance among rows,
     * whatever error the effect's interval has. What is left of the effect is then judged as if errors were independent.
     *
     * @throws IllegalArgumentException if it is not from unweighted least squares, or has fewer than two residual degrees of
     *     freedom
     */
    public static HiddenConfounder of(TreatmentEffect effect) {
        Checks.require(
                effect.plainError().isPresent(),
                "The effect by %s has no textbook's error. Expected one from least squares without weights. Maybe give"
                        + " value, standard error and residual degrees of freedom.",
                effect.points().method());
        PlainError plain = effect.plainError().get();
        return new HiddenConfounder(effect.points().value(), plain.standardError(), plain.residualDegrees());
    }

    /** The share of what varies in the outcome that the treatment explains: t²/(t² + df). */
    public double partialShare() {
        double f = cohen();
        return f * f / (1 + f * f);
    }

    private double cohen() {
        return Math.abs(value) / standardError / Math.sqrt(degreesOfFreedom);
    }

    /**
     * The robustness value: a cause that explains less than this share, of both treatment and outcome, takes away less
     * than that part of the effect.
     *
     * @param part of the effect, above zero; 1 for all of it
     */
    public double robustness(double part) {
        Checks.require(Checks.finite(part, "part") > 0, "part is %s. Expected above zero, such as 1.", part);
        return share(part * cohen());
    }

    /**
     * As {@link #robustness(double)}, for taking away so much that what is left is no longer beyond chance; zero if it is
     * not to begin with.
     *
     * @param part of the effect, above zero
     * @param alpha the probability of a false alarm of the two-sided test
     */
    public double robustness(double part, double alpha) {
        Checks.require(Checks.finite(part, "part") > 0, "part is %s. Expected above zero, such as 1.", part);
        Checks.require(alpha > 0 && alpha < 1, "alpha is %s. Expected between 0 and 1, such as 0.05.", alpha);
        double degrees = degreesOfFreedom - 1;
        double critical = Distributions.studentQuantile(degrees, 1 - alpha / 2) / Math.sqrt(degrees);
        double f = part * cohen();
        if (f <= critical) {
            return 0;
        }
        return f * critical > 1 // then the two shares cannot be equal: the one with the outcome is at its limit
                ? (f * f - critical * critical) / (1 + f * f)
                : share(f - critical);
    }

    private static double share(double f) {
        double square = f * f;
        return 0.5 * (Math.sqrt(square * square + 4 * square) - square);
    }

    /** By how much a cause of that strength moves the effect, either way. */
    public double bias(Strength strength) {
        double d = strength.withTreatment();
        return standardError * Math.sqrt(strength.withOutcome() * d / (1 - d) * degreesOfFreedom);
    }

    /**
     * What would be left of the effect if a cause of that strength, working for it, were held equal; the sign turns if it
     * explains more than all.
     *
     * @param strength how strong
     * @param level of the interval
     * @param unit of the effect, in words
     * @param n the number of students
     */
    public Estimate adjusted(Strength strength, double level, String unit, long n) {
        double left = value - Math.signum(value) * bias(strength);
        double error = standardError
                * Math.sqrt((1 - strength.withOutcome())
                        / (1 - strength.withTreatment())
                        * degreesOfFreedom
                        / (degreesOfFreedom - 1));
        double reach = Distributions.studentQuantile(degreesOfFreedom - 1, 0.5 + level / 2) * error;
        return Estimate.builder()
                .value(left)
                .lower(left - reach)
                .upper(left + reach)
                .level(level)
                .standardError(error)
                .n(n)
                .unit(unit)
                .method("effect less the bias of an unmeasured cause that explains " + strength)
                .build();
    }

    /** In words. */
    public Explanation why() {
        return Explanation.of(
                        "An unmeasured cause would have to explain %.1f %% of what is left of both treatment and"
                                + " outcome to take the whole effect away.",
                        100 * robustness(1))
                .because(
                        "To leave nothing beyond chance (two-sided 0.05) it would have to explain %.1f %% of both.",
                        100 * robustness(1, 0.05))
                .because(
                        "Effect %.4g, standard error %.4g, %.1f degrees of freedom: the treatment explains %.2f %% of"
                                + " the outcome.",
                        value, standardError, degreesOfFreedom, 100 * partialShare())
                .because("Source: Cinelli & Hazlett (2020), doi:10.1111/rssb.12348.");
    }
}
