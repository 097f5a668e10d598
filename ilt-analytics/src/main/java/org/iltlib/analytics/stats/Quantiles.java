package org.iltlib.analytics.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.iltlib.base.Checks;

/**
 * Sample quantiles of type 7, the default of R: linear between the order statistics, at 1 + (n − 1)p. Source: R. J.
 * Hyndman, Y. Fan (1996), doi:10.1080/00031305.1996.10473566.
 */
public final class Quantiles {
    private Quantiles() {}

    /** The quantile for a share p from 0 to 1; empty if there are no numbers. Time n log n; the array is not changed. */
    public static OptionalDouble of(double[] numbers, double p) {
        Checks.share(p, "p");
        if (numbers.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = numbers.clone();
        for (double number : sorted) {
            Checks.finite(number, "number");
        }
        Arrays.sort(sorted);
        double at = (sorted.length - 1) * p;
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[below] + (at - below) * (sorted[above] - sorted[below]));
    }

    /** The median; empty if there are no numbers. */
    public static OptionalDouble median(double... numbers) {
        return of(numbers, 0.5);
    }
}
