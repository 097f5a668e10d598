package org.iltlib.analytics.measurement.irt;

import org.iltlib.base.Checks;

/**
 * What is thought of a parameter before the data: the logarithm of its density is added to the log-likelihood, which
 * keeps an estimate from running away where the data say little. Immutable.
 *
 * <p>Source: Mislevy (1986), doi:10.1007/BF02293979.
 *
 * @param family which density
 * @param first mean of a normal; mean of the logarithm; first shape of a beta
 * @param second standard deviation, of the logarithm if log-normal; second shape of a beta
 */
public record Prior(Family family, double first, double second) {
    /** The families. */
    public enum Family {
        /** For intercepts. */
        NORMAL,
        /** For slopes, above zero. */
        LOG_NORMAL,
        /** For lower asymptotes, between zero and one. */
        BETA
    }

    /** Checks the two numbers. */
    public Prior {
        Checks.finite(first, "first");
        Checks.finite(second, "second");
        Checks.require(second > 0, "second is %s. Expected above zero.", second);
        Checks.require(family != Family.BETA || first > 0, "first is %s. Expected a shape above zero.", first);
    }

    /** Normal with that mean and standard deviation. */
    public static Prior normal(double mean, double standardDeviation) {
        return new Prior(Family.NORMAL, mean, standardDeviation);
    }

    /** Log-normal: the logarithm has that mean and standard deviation. */
    public static Prior logNormal(double mean, double standardDeviation) {
        return new Prior(Family.LOG_NORMAL, mean, standardDeviation);
    }

    /** Beta; its mode is (α − 1)/(α + β − 2). */
    public static Prior beta(double alpha, double beta) {
        return new Prior(Family.BETA, alpha, beta);
    }

    /** The logarithm of the density without its constant; negative infinity outside. */
    double log(double x) {
        return switch (family) {
            case NORMAL -> -square((x - first) / second) / 2;
            case LOG_NORMAL ->
                x > 0
                        ? -square((StrictMath.log(x) - first) / second) / 2 - StrictMath.log(x)
                        : Double.NEGATIVE_INFINITY;
            case BETA ->
                x > 0 && x < 1
                        ? (first - 1) * StrictMath.log(x) + (second - 1) * StrictMath.log1p(-x)
                        : Double.NEGATIVE_INFINITY;
        };
    }

    /** The derivative of {@link #log}. */
    double slope(double x) {
        return switch (family) {
            case NORMAL -> -(x - first) / (second * second);
            case LOG_NORMAL -> -((StrictMath.log(x) - first) / (second * second) + 1) / x;
            case BETA -> (first - 1) / x - (second - 1) / (1 - x);
        };
    }

    /** How much the prior is worth in information, roughly; never below zero. */
    double information(double x) {
        return switch (family) {
            case NORMAL -> 1 / (second * second);
            case LOG_NORMAL -> 1 / (second * second * x * x);
            case BETA -> Math.max(0, first - 1) / (x * x) + Math.max(0, second - 1) / ((1 - x) * (1 - x));
        };
    }

    private static double square(double x) {
        return x * x;
    }
}
