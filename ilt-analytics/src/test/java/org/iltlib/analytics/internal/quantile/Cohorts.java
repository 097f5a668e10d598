package org.iltlib.analytics.internal.quantile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.analytics.internal.SplitMix;

/** Cohorts for the tests of this room: published ones, read in place, and seeded ones. */
final class Cohorts {
    private Cohorts() {}

    /** The columns of a file of numbers in the shared folder. */
    static double[][] published(String name) {
        Path path = Path.of("../../shared/data/achievement", name);
        String elsewhere = System.getenv("ILT_SHARED");
        if (!Files.exists(path) && elsewhere != null) {
            path = Path.of(elsewhere, "data/achievement", name);
        }
        assumeTrue(Files.exists(path), "The shared folder with " + name + " is not here (see ILT_SHARED).");
        try {
            List<String> lines = Files.readAllLines(path);
            int columns = lines.get(0).split(",", -1).length;
            double[][] values = new double[columns][lines.size() - 1];
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                for (int j = 0; j < columns; j++) {
                    values[j][i - 1] = Double.parseDouble(cells[j].replace("\"", ""));
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole scores of students in several years, the last first; neighbouring years correlate. */
    static List<double[]> seeded(int students, int years, long seed) {
        SplitMix chance = SplitMix.of(seed);
        List<double[]> scores = new ArrayList<>();
        for (int year = 0; year < years; year++) {
            scores.add(new double[students]);
        }
        for (int i = 0; i < students; i++) {
            double lasting = chance.nextGaussian();
            for (int year = 0; year < years; year++) {
                scores.get(year)[i] = Math.rint(500 + 55 * (0.85 * lasting + 0.53 * chance.nextGaussian()));
            }
        }
        return scores;
    }

    /** A design with knots at the fifths of each prior. */
    static SplineDesign design(List<double[]> scores) {
        List<double[]> priors = scores.subList(1, scores.size());
        List<CubicSpline> splines = new ArrayList<>();
        for (double[] prior : priors) {
            double[] sorted = prior.clone();
            Arrays.sort(sorted);
            double[] knots = new double[4];
            for (int k = 0; k < 4; k++) {
                knots[k] = sorted[(k + 1) * sorted.length / 5] + 0.01 * k;
            }
            double margin = 0.1 * (sorted[sorted.length - 1] - sorted[0]);
            splines.add(CubicSpline.of(knots, sorted[0] - margin, sorted[sorted.length - 1] + margin));
        }
        return SplineDesign.of(scores.get(0), priors, splines);
    }

    /** Quantiles in the middle of equal parts. */
    static double[] taus(int parts) {
        double[] taus = new double[parts];
        for (int t = 0; t < parts; t++) {
            taus[t] = (t + 0.5) / parts;
        }
        return taus;
    }
}
