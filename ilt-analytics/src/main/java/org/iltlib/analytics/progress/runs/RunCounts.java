package org.iltlib.analytics.progress.runs;

import org.hipparchus.special.Gamma;

/**
 * The distribution of the number of runs when so many points above and so many below fall in any order with the same
 * chance (Wald &amp; Wolfowitz 1940, doi:10.1214/aoms/1177731909).
 */
final class RunCounts {
    private RunCounts() {}

    /** The probability of so many runs. */
    static double exactly(int runs, int above, int below) {
        if (above == 0 || below == 0) {
            return runs == 1 ? 1 : 0;
        }
        int half = runs / 2;
        double ways = runs % 2 == 0
                ? 2 * split(above, half, below, half, above, below)
                : split(above, half + 1, below, half, above, below) + split(above, half, below, half + 1, above, below);
        return runs < 2 ? 0 : ways;
    }

    static double atMost(int runs, int above, int below) {
        double sum = 0;
        for (int r = 1; r <= runs; r++) {
            sum += exactly(r, above, below);
        }
        return sum;
    }

    static double atLeast(int runs, int above, int below) {
        double sum = 0;
        for (int r = runs; r <= above + below; r++) {
            sum += exactly(r, above, below);
        }
        return sum;
    }

    /** The ways to cut both kinds into so many parts, over all orders. */
    private static double split(int a, int partsOfA, int b, int partsOfB, int above, int below) {
        if (partsOfA < 1 || partsOfB < 1 || partsOfA > a || partsOfB > b) {
            return 0;
        }
        return StrictMath.exp(choose(a - 1, partsOfA - 1) + choose(b - 1, partsOfB - 1) - choose(above + below, above));
    }

    private static double choose(int n, int k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
