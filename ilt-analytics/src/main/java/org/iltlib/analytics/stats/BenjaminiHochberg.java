package org.iltlib.analytics.stats;

import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/**
 * P-values adjusted for having asked many questions, so that the expected share of false discoveries stays below the
 * level at which they are judged. Source: Y. Benjamini, Y. Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** The adjusted p-values, in the order given: the running minimum, from the largest, of p · m / rank. */
    public static double[] adjust(double... pValues) {
        for (double p : pValues) {
            Checks.share(p, "p-value");
        }
        double[] adjusted = stepUp(pValues);
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = Math.min(1, adjusted[i]);
        }
        return adjusted;
    }

    /** The running minimum, which may exceed 1. */
    static double[] stepUp(double[] pValues) {
        int m = pValues.length;
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[b], pValues[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            least = Math.min(least, pValues[order[i]] * m / (m - i));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
