package org.iltlib.analytics.internal.joint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.analytics.internal.quantile.SplineDesign;

/** Designs for tests. */
final class SmallDesigns {
    private SmallDesigns() {}

    /** Sixty rows by formulas on whole numbers, with one prior or two, and cubics without inner knots. */
    static SplineDesign formulas(int priors) {
        int n = 60;
        double[] first = new double[n];
        double[] second = new double[n];
        double[] outcome = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = (i * 7) % 11;
            second[i] = (i * 5 + i / 11) % 9;
            outcome[i] = 3 * first[i]
                    + second[i]
                    + ((i * 13) % 17) * (1 + Math.abs(first[i] - 5) / 4)
                    + ((i * i) % 7) * second[i] / 6;
        }
        return of(outcome, priors == 1 ? List.of(first) : List.of(first, second));
    }

    /** The columns of a file of numbers in the shared folder, which is read in place. */
    static double[][] published(String name) {
        Path path = Path.of("../../shared/data/achievement", name);
        String elsewhere = System.getenv("ILT_SHARED");
        if (!Files.exists(path) && elsewhere != null) {
            path = Path.of(elsewhere, "data/achievement", name);
        }
        assumeTrue(Files.exists(path), "The shared folder with " + name + " is not here (see ILT_SHARED).");
        try {
            List<String> lines = Files.readAllLines(path);
            double[][] values = new double[lines.get(0).split(",", -1).length][lines.size() - 1];
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                for (int j = 0; j < values.length; j++) {
                    values[j][i - 1] = Double.parseDouble(cells[j]);
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cubics without inner knots, a tenth of the range beyond the scores on each side. */
    static SplineDesign of(double[] outcome, List<double[]> priors, double... innerShares) {
        List<CubicSpline> splines =
                priors.stream().map(each -> spline(each, innerShares)).toList();
        return SplineDesign.of(outcome, priors, splines);
    }

    private static CubicSpline spline(double[] scores, double[] innerShares) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double margin = (high - low) / 10;
        double[] knots = Arrays.stream(innerShares)
                .map(share -> sorted[(int) (share * (sorted.length - 1))])
                .toArray();
        return CubicSpline.of(knots, low - margin, high + margin);
    }

    /** Students with whole scores of some priors and an outcome rounded to that grid, or not at all if it is zero. */
    static double[][] scores(int students, int priors, double grid, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        double[][] scores = new double[priors + 1][students];
        for (int i = 0; i < students; i++) {
            double ability = normal(chance);
            double outcome = 570 + 45 * ability + (22 + 4 * Math.abs(ability)) * normal(chance);
            scores[0][i] = grid > 0 ? Math.rint(outcome / grid) * grid : outcome;
            for (int l = 1; l <= priors; l++) {
                double score = 575 - 25 * l + 45 * ability + 22 * normal(chance);
                scores[l][i] = Math.rint(Math.max(300, Math.min(800, score)));
            }
        }
        return scores;
    }

    static SplineDesign simulated(int students, int priors, double grid, long seed) {
        double[][] scores = scores(students, priors, grid, seed);
        return of(scores[0], List.of(Arrays.copyOfRange(scores, 1, priors + 1)), .2, .4, .6, .8);
    }

    private static double normal(SplittableRandom chance) {
        double sum = 0;
        for (int k = 0; k < 12; k++) {
            sum += chance.nextDouble();
        }
        return sum - 6;
    }

    /** So many quantiles, evenly spread. */
    static double[] taus(int count) {
        double[] taus = new double[count];
        for (int j = 0; j < count; j++) {
            taus[j] = (j + 0.5) / count;
        }
        return taus;
    }
}
