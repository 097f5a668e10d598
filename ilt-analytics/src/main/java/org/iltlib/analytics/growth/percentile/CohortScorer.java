package org.iltlib.analytics.growth.percentile;

import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.internal.Levels;

/**
 * Scores all students of one order: what a score contributes is worked out once for each different score, so a student
 * takes the sum of as many rows of a table as there are earlier scores.
 */
final class CohortScorer {
    private static final int WIDTH = CoefficientMatrix.QUANTILES;

    /** With more different scores than that, the tables would not stay near the processor. */
    private static final int MOST_LEVELS = 20_000;

    private CohortScorer() {}

    /** What is done with the predictions of a student. */
    interface Reader {
        void read(int place, double[] predictions, int offset);
    }

    static void score(ScorePredictor predictor, GrowthCohort cohort, int[] places, Reader reader) {
        int order = predictor.matrix().order();
        double[][] scores = new double[order][];
        Levels[] levels = new Levels[order];
        boolean tables = true;
        for (int k = 0; k < order; k++) {
            scores[k] = cohort.prior(k + 1, places);
            levels[k] = Levels.of(scores[k]);
            tables &= levels[k].size() <= MOST_LEVELS;
        }
        if (!tables) {
            oneByOne(predictor, places, scores, reader);
            return;
        }
        double[][] parts = new double[order][];
        for (int k = 0; k < order; k++) {
            parts[k] = predictor.parts(k + 1, levels[k].toArray());
        }
        double[] intercepts = predictor.intercepts();
        for (int at = 0; at < parts[0].length; at++) {
            parts[0][at] = intercepts[at % WIDTH] + parts[0][at];
        }
        double[] sum = new double[WIDTH];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(parts[0], levels[0].place(scores[0][i]) * WIDTH, sum, 0, WIDTH);
            for (int k = 1; k < order; k++) {
                add(parts[k], levels[k].place(scores[k][i]) * WIDTH, sum);
            }
            reader.read(places[i], sum, 0);
        }
    }

    private static void oneByOne(ScorePredictor predictor, int[] places, double[][] scores, Reader reader) {
        double[] priors = new double[scores.length];
        for (int i = 0; i < places.length; i++) {
            for (int k = 0; k < priors.length; k++) {
                priors[k] = scores[k][i];
            }
            reader.read(places[i], predictor.fitted(priors), 0);
        }
    }

    private static void add(double[] table, int from, double[] sum) {
        for (int tau = 0; tau < WIDTH; tau++) {
            sum[tau] += table[from + tau];
        }
    }
}
