package org.iltlib.analytics.suggestion.learned;

/**
 * Logistic regression with a ridge on standardised columns, by Newton's method: the penalty keeps weights finite when the
 * columns separate the answers, and does not touch the constant. Source: S. le Cessie, J. van Houwelingen (1992),
 * doi:10.2307/2347628; the answers are drawn in a little as in J. Platt (1999).
 */
final class LogisticCurve {
    private static final int MOST_STEPS = 100;
    private static final double STILL = 1e-12;
    private static final double LONGEST_STEP = 2;

    private LogisticCurve() {}

    /** The chance for those log-odds. */
    static double chance(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** The constant and then a weight for each column, on the columns' own scales. */
    static double[] fit(double[][] rows, boolean[] yes, double penalty) {
        int columns = rows[0].length;
        double[] means = new double[columns];
        double[] spreads = new double[columns];
        double[][] standardised = new double[rows.length][columns + 1];
        for (int c = 0; c < columns; c++) {
            for (double[] row : rows) {
                means[c] += row[c] / rows.length;
            }
            for (double[] row : rows) {
                spreads[c] += (row[c] - means[c]) * (row[c] - means[c]) / rows.length;
            }
            spreads[c] = spreads[c] > 0 ? Math.sqrt(spreads[c]) : 1;
        }
        for (int r = 0; r < rows.length; r++) {
            standardised[r][0] = 1;
            for (int c = 0; c < columns; c++) {
                standardised[r][c + 1] = (rows[r][c] - means[c]) / spreads[c];
            }
        }
        double[] weights = newton(standardised, targets(yes, rows.length), penalty);
        for (int c = 0; c < columns; c++) {
            weights[c + 1] /= spreads[c];
            weights[0] -= weights[c + 1] * means[c];
        }
        return weights;
    }

    /** Answers as Platt takes them, a little short of certain, so that the constant stays finite where all are alike. */
    private static double[] targets(boolean[] yes, int count) {
        int accepted = 0;
        for (int r = 0; r < count; r++) {
            accepted += yes[r] ? 1 : 0;
        }
        double[] targets = new double[count];
        for (int r = 0; r < count; r++) {
            targets[r] = yes[r] ? (accepted + 1.0) / (accepted + 2.0) : 1 / (count - accepted + 2.0);
        }
        return targets;
    }

    private static double[] newton(double[][] rows, double[] targets, double penalty) {
        int size = rows[0].length;
        double[] weights = new double[size];
        double moved = LONGEST_STEP;
        for (int step = 0; step < MOST_STEPS && moved > STILL; step++) {
            double[][] curvature = new double[size][size];
            double[] slope = new double[size];
            for (int c = 1; c < size; c++) {
                curvature[c][c] = penalty;
                slope[c] = -penalty * weights[c];
            }
            for (int r = 0; r < rows.length; r++) {
                double odds = 0;
                for (int c = 0; c < size; c++) {
                    odds += rows[r][c] * weights[c];
                }
                double p = chance(odds);
                for (int c = 0; c < size; c++) {
                    slope[c] += rows[r][c] * (targets[r] - p);
                    for (int d = 0; d < size; d++) {
                        curvature[c][d] += p * (1 - p) * rows[r][c] * rows[r][d];
                    }
                }
            }
            double[] change = solve(curvature, slope);
            moved = 0;
            for (double one : change) {
                moved = Math.max(moved, Math.abs(one));
            }
            double share = Math.min(1, LONGEST_STEP / Math.max(moved, STILL));
            for (int c = 0; c < size; c++) {
                weights[c] += share * change[c];
            }
        }
        return weights;
    }

    /** Gauss without pivoting; the matrix is symmetric and positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double share = matrix[j][i] / matrix[i][i];
                for (int c = i; c < size; c++) {
                    matrix[j][c] -= share * matrix[i][c];
                }
                right[j] -= share * right[i];
            }
        }
        double[] solution = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double rest = right[i];
            for (int j = i + 1; j < size; j++) {
                rest -= matrix[i][j] * solution[j];
            }
            solution[i] = rest / matrix[i][i];
        }
        return solution;
    }
}
