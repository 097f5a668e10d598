package org.iltlib.analytics.impact.cutoff;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;

/**
 * The rows on one side of the cut-off, by distance from it, and local polynomials through them.
 *
 * @param x the score less the cut-off
 * @param y the outcome
 * @param cluster the cluster's code
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Side(double[] x, double[] y, int[] cluster) {
    /**
     * A polynomial around the cut-off.
     *
     * @param rows the places of the rows with weight
     * @param multiples of the outcomes of those rows that make up each coefficient of (x/h)^j
     * @param leverages by row
     * @param bandwidth h
     */
    record Local(int[] rows, double[][] multiples, double[] leverages, double bandwidth) {
        /** The coefficient of x^j. */
        double coefficient(int j, double[] y) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += multiples[j][i] * y[rows[i]];
            }
            return sum / Math.pow(bandwidth, j);
        }

        /** What makes up the coefficient of x^j, by row of the side. */
        double[] multiples(int j, int n) {
            double[] all = new double[n];
            for (int i = 0; i < rows.length; i++) {
                all[rows[i]] = multiples[j][i] / Math.pow(bandwidth, j);
            }
            return all;
        }
    }

    static Side of(double[] x, double[] y, int[] cluster) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i])
                        .thenComparingDouble(i -> y[i])
                        .thenComparingInt(i -> cluster[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Side(
                Arrays.stream(order).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> y[i]).toArray(),
                Arrays.stream(order).map(i -> cluster[i]).toArray());
    }

    int n() {
        return x.length;
    }

    /** The distance of the farthest row. */
    double reach() {
        return Math.max(Math.abs(x[0]), Math.abs(x[n() - 1]));
    }

    /** A little more than the distance of the nearest so many different scores; infinite if there are fewer. */
    double holding(int scores) {
        double[] distances = Arrays.stream(x).map(Math::abs).sorted().distinct().toArray();
        return distances.length < scores ? Double.POSITIVE_INFINITY : distances[scores - 1] * (1 + 1e-9);
    }

    int within(Kernel kernel, double h) {
        int count = 0;
        for (double each : x) {
            count += kernel.at(each / h) > 0 ? 1 : 0;
        }
        return count;
    }

    /** How many different scores have weight. */
    int scoresWithin(Kernel kernel, double h) {
        return (int) Arrays.stream(x)
                .filter(each -> kernel.at(each / h) > 0)
                .distinct()
                .count();
    }

    /** The polynomial of that order. */
    Local local(Kernel kernel, double h, int order) {
        int[] rows =
                IntStream.range(0, n()).filter(i -> kernel.at(x[i] / h) > 0).toArray();
        double[][] columns = new double[order + 1][rows.length];
        double[] weights = new double[rows.length];
        double[] outcome = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double u = x[rows[i]] / h;
            weights[i] = kernel.at(u);
            outcome[i] = y[rows[i]];
            columns[0][i] = 1;
            for (int j = 1; j <= order; j++) {
                columns[j][i] = columns[j - 1][i] * u;
            }
        }
        LeastSquares fit = LeastSquares.of(outcome, columns, GroupCodes.none(rows.length), weights, 0);
        double[][] multiples = new double[order + 1][rows.length];
        double[] leverages = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double root = Math.sqrt(weights[i]);
            for (int k = 0; k < fit.columns(); k++) {
                double axis = fit.basis(k)[i];
                leverages[i] += axis * axis;
                for (int j = 0; j <= k; j++) {
                    multiples[j][i] += fit.inverseRoot()[j][k] * axis * root;
                }
            }
        }
        return new Local(rows, multiples, leverages, h);
    }

    /**
     * The difference of each outcome from the mean of its nearest neighbours' on this side, times √(J/(J+1)): rows of the
     * same score are neighbours at distance zero, and all of a score come in together, until there are at least so many.
     */
    double[] neighbourResiduals(int neighbours) {
        int n = n();
        double tie = 1e-9 * reach();
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            int low = i;
            int high = i;
            while (low > 0 && x[low - 1] == x[i]) {
                low--;
            }
            while (high < n - 1 && x[high + 1] == x[i]) {
                high++;
            }
            while (high - low < Math.min(neighbours, n - 1)) {
                double left = low > 0 ? x[i] - x[low - 1] : Double.POSITIVE_INFINITY;
                double right = high < n - 1 ? x[high + 1] - x[i] : Double.POSITIVE_INFINITY;
                if (left <= right + tie) {
                    double at = x[low - 1];
                    while (low > 0 && x[low - 1] == at) {
                        low--;
                    }
                }
                if (right <= left + tie) {
                    double at = x[high + 1];
                    while (high < n - 1 && x[high + 1] == at) {
                        high++;
                    }
                }
            }
            double sum = -y[i];
            for (int k = low; k <= high; k++) {
                sum += y[k];
            }
            double matched = high - low;
            residuals[i] = matched == 0 ? 0 : Math.sqrt(matched / (matched + 1)) * (y[i] - sum / matched);
        }
        return residuals;
    }
}
