package org.iltlib.analytics.stats;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.iltlib.base.Checks;

/** Probabilities and quantiles of the standard normal, Student's t, F and beta distributions. */
public final class Distributions {
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private Distributions() {}

    /** The probability that a standard normal number is at most x. */
    public static double normalProbability(double x) {
        return NORMAL.cumulativeProbability(Checks.finite(x, "x"));
    }

    /** The number that a standard normal number exceeds with probability 1 − p; p lies between 0 and 1. */
    public static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(open(p, "p"));
    }

    /** The probability that a t-distributed number is at most x; the degrees of freedom need not be whole. */
    public static double studentProbability(double degreesOfFreedom, double x) {
        return new TDistribution(degreesOfFreedom).cumulativeProbability(Checks.finite(x, "x"));
    }

    /** The number that a t-distributed number exceeds with probability 1 − p; p lies between 0 and 1. */
    public static double studentQuantile(double degreesOfFreedom, double p) {
        TDistribution t = new TDistribution(degreesOfFreedom);
        double x = t.inverseCumulativeProbability(open(p, "p"));
        for (int step = 0; step < 3; step++) { // Newton: the library's solver stops at an accuracy of 1e-9
            double density = t.density(x);
            if (density > 0) {
                x -= (t.cumulativeProbability(x) - p) / density;
            }
        }
        return x;
    }

    /** The probability that an F-distributed number exceeds x, precise in the far tail; degrees need not be whole. */
    public static double fisherUpper(double numerator, double denominator, double x) {
        Checks.require(
                numerator > 0 && denominator > 0,
                "The degrees of freedom are %s and %s. Expected above zero.",
                numerator,
                denominator);
        double share = denominator / (denominator + numerator * Math.max(0, Checks.finite(x, "x")));
        return Math.max(0, Math.min(1, Beta.regularizedBeta(share, denominator / 2, numerator / 2)));
    }

    /** The number that a beta-distributed number exceeds with probability 1 − p; the shapes are above zero. */
    public static double betaQuantile(double first, double second, double p) {
        Checks.require(first > 0 && second > 0, "The shapes are %s and %s. Expected above zero.", first, second);
        BetaDistribution beta = new BetaDistribution(first, second);
        double x = beta.inverseCumulativeProbability(open(p, "p"));
        for (int step = 0; step < 3; step++) { // Newton, as above
            double density = beta.density(x);
            double next = x - (beta.cumulativeProbability(x) - p) / density;
            if (density > 0 && next > 0 && next < 1) {
                x = next;
            }
        }
        return x;
    }

    static double open(double value, String name) {
        Checks.require(value > 0 && value < 1, "%s is %s. Expected between 0 and 1, both excluded.", name, value);
        return value;
    }
}
