package org.iltlib.analytics.stats;

import java.util.OptionalDouble;
import org.iltlib.base.Checks;

/**
 * Count, mean and sum of squared deviations of some numbers; a summary that merges, so that parts may be summarised
 * apart and in any shape. Merging agrees with one pass up to rounding. Immutable; every operation takes constant time.
 *
 * <p>Source: B. P. Welford (1962), doi:10.1080/00401706.1962.10490022; T. F. Chan, G. H. Golub, R. J. LeVeque (1983),
 * doi:10.1080/00031305.1983.10483115.
 *
 * @param n how many numbers
 * @param mean their mean; 0 if there are none
 * @param squares the sum of their squared deviations from the mean
 */
public record Moments(long n, double mean, double squares) {
    /** Of no numbers. */
    public static final Moments EMPTY = new Moments(0, 0, 0);

    /** Checks that the parts are possible. */
    public Moments {
        Checks.notNegative(n, "n");
        Checks.finite(mean, "mean");
        Checks.finite(squares, "squares");
        Checks.require(squares >= 0, "squares is %s. Expected zero or more.", squares);
    }

    /** The summary of these numbers. */
    public static Moments of(double... numbers) {
        Moments all = EMPTY;
        for (double number : numbers) {
            all = all.with(number);
        }
        return all;
    }

    /** This and one number more. */
    public Moments with(double number) {
        double delta = number - mean;
        double next = mean + delta / (n + 1);
        return new Moments(n + 1, next, squares + delta * (number - next));
    }

    /** This and the numbers of the other. */
    public Moments merge(Moments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        long both = n + other.n;
        double delta = other.mean - mean;
        return new Moments(
                both,
                mean + delta * other.n / both,
                squares + other.squares + delta * delta * ((double) n * other.n / both));
    }

    /** The sample variance, with divisor n − 1; empty below two numbers. */
    public OptionalDouble variance() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(squares / (n - 1));
    }

    /** The sample standard deviation, with divisor n − 1; empty below two numbers. */
    public OptionalDouble standardDeviation() {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (n - 1)));
    }
}
