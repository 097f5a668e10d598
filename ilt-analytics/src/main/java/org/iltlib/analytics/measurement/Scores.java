package org.iltlib.analytics.measurement;

import org.iltlib.base.Checks;

/** Checks and moments of a complete table of scores. */
final class Scores {
    private Scores() {}

    static double[][] check(double[][] scores) {
        int items = scores.length == 0 ? 0 : scores[0].length;
        for (double[] row : scores) {
            Checks.require(
                    row.length == items,
                    "A student has %s scores, the first has %s. Expected the same. Maybe an item was not given.",
                    row.length,
                    items);
            for (double score : row) {
                Checks.finite(score, "score");
            }
        }
        return scores;
    }

    static double[] column(double[][] scores, int item) {
        double[] column = new double[scores.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = scores[i][item];
        }
        return column;
    }

    static double[] totals(double[][] scores) {
        double[] totals = new double[scores.length];
        for (int i = 0; i < totals.length; i++) {
            for (double score : scores[i]) {
                totals[i] += score;
            }
        }
        return totals;
    }

    /** How far the sums of rows can be wrong by rounding: the last digits of the largest. */
    static double rounding(double[][] scores) {
        double largest = 0;
        for (double[] row : scores) {
            double size = 0;
            for (double score : row) {
                size += Math.abs(score);
            }
            largest = Math.max(largest, size * row.length);
        }
        return largest * Math.ulp(1.0);
    }

    /** Whether values differ by no more than their rounding. */
    static boolean isConstant(double[] values, double rounding) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return !(most - least > rounding);
    }

    static double[] less(double[] values, double shift) {
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= shift;
        }
        return moved;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double variance(double[] values) {
        return covariance(values, values);
    }

    static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }
}
