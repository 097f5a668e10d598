package org.iltlib.analytics.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/**
 * P-values adjusted for having asked many questions. Judged at α, adjusted values keep the chance of any false discovery
 * ({@link #BONFERRONI}, {@link #HOLM}) or the expected share of false discoveries ({@link #BENJAMINI_HOCHBERG}, {@link
 * #BENJAMINI_YEKUTIELI}) at α or below. Time m log m; the order of ties changes nothing.
 */
public enum Adjustment {
    /** Times the number of questions; whatever the dependence. C. E. Bonferroni (1936). */
    BONFERRONI("Bonferroni") {
        @Override
        double[] adjusted(double[] pValues) {
            return Arrays.stream(pValues)
                    .map(p -> Math.min(1, p * pValues.length))
                    .toArray();
        }
    },
    /** Step-down, never weaker than Bonferroni; whatever the dependence. S. Holm (1979), Scand. J. Statist. 6, 65–70. */
    HOLM("Holm") {
        @Override
        double[] adjusted(double[] pValues) {
            int m = pValues.length;
            int[] order = IntStream.range(0, m)
                    .boxed()
                    .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] adjusted = new double[m];
            double most = 0;
            for (int i = 0; i < m; i++) {
                most = Math.max(most, Math.min(1, pValues[order[i]] * (m - i)));
                adjusted[order[i]] = most;
            }
            return adjusted;
        }
    },
    /** Step-up; for independent or positively dependent questions. See {@link BenjaminiHochberg}. */
    BENJAMINI_HOCHBERG("Benjamini and Hochberg") {
        @Override
        double[] adjusted(double[] pValues) {
            return BenjaminiHochberg.adjust(pValues);
        }
    },
    /**
     * Step-up, larger by 1 + 1/2 + … + 1/m; whatever the dependence. Y. Benjamini, D. Yekutieli (2001),
     * doi:10.1214/aos/1013699998.
     */
    BENJAMINI_YEKUTIELI("Benjamini and Yekutieli") {
        @Override
        double[] adjusted(double[] pValues) {
            double harmonic = 0;
            for (int i = pValues.length; i >= 1; i--) {
                harmonic += 1.0 / i;
            }
            double factor = harmonic;
            return Arrays.stream(BenjaminiHochberg.stepUp(pValues))
                    .map(p -> Math.min(1, p * factor))
                    .toArray();
        }
    };

    private final String words;

    Adjustment(String words) {
        this.words = words;
    }

    abstract double[] adjusted(double[] pValues);

    /**
     * The adjusted p-values, in the order given.
     *
     * @throws IllegalArgumentException if one is not between 0 and 1
     */
    public double[] adjust(double... pValues) {
        for (double p : pValues) {
            Checks.share(p, "p-value");
        }
        return adjusted(pValues);
    }

    @Override
    public String toString() {
        return words;
    }
}
