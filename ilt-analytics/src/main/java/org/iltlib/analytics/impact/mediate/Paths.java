package org.iltlib.analytics.impact.mediate;

import java.util.Arrays;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;

/**
 * Cross-products by cluster of one, the covariates, treatment, mediator and outcome, all centred, from which the paths
 * of any weighting of clusters follow in O(G·q² + q³).
 */
final class Paths {
    private final double[][][] products;
    private final int q;
    private final double error;

    /** The paths, or NaN throughout where they cannot be told. */
    record Found(double a, double b, double total) {
        static final Found NONE = new Found(Double.NaN, Double.NaN, Double.NaN);

        boolean isThere() {
            return Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(total);
        }

        double indirect() {
            return a * b;
        }

        double direct() {
            return total - a * b;
        }
    }

    private Paths(double[][][] products, int q, double error) {
        this.products = products;
        this.q = q;
        this.error = error;
    }

    /**
     * Of columns in the order covariates, treatment, mediator, outcome.
     *
     * @param error the share of the mediator's variance that is error of measurement
     */
    static Paths of(double[][] columns, GroupCodes clusters, double error) {
        int q = columns.length + 1;
        int n = columns[0].length;
        double[][] centred = new double[columns.length][n];
        for (int j = 0; j < columns.length; j++) {
            double mean = 0;
            for (double value : columns[j]) {
                mean += value / n;
            }
            for (int i = 0; i < n; i++) {
                centred[j][i] = columns[j][i] - mean;
            }
        }
        double[][][] products = new double[clusters.count()][q][q];
        double[] row = new double[q];
        row[0] = 1;
        for (int i = 0; i < n; i++) {
            for (int j = 1; j < q; j++) {
                row[j] = centred[j - 1][i];
            }
            double[][] own = products[clusters.get(i)];
            for (int j = 0; j < q; j++) {
                for (int k = 0; k <= j; k++) {
                    own[j][k] += row[j] * row[k];
                }
            }
        }
        return new Paths(products, q, error);
    }

    int clusters() {
        return products.length;
    }

    /** The paths if each cluster counts so many times. */
    Found at(int[] times) {
        double[][] sum = new double[q][q];
        for (int g = 0; g < products.length; g++) {
            if (times[g] > 0) {
                for (int j = 0; j < q; j++) {
                    for (int k = 0; k <= j; k++) {
                        sum[j][k] += times[g] * products[g][j][k];
                    }
                }
            }
        }
        int s = q - 2;
        int mediator = q - 2;
        int outcome = q - 1;
        double[][] gram = new double[s][s];
        for (int j = 0; j < s; j++) {
            for (int k = 0; k <= j; k++) {
                gram[j][k] = sum[j][k];
                gram[k][j] = sum[j][k];
            }
        }
        GramFactor factor = GramFactor.of(gram);
        if (factor.deficientColumn().isPresent()) {
            return Found.NONE;
        }
        double[] ofMediator = Arrays.copyOf(sum[mediator], s);
        double[] ofOutcome = Arrays.copyOf(sum[outcome], s);
        double[] alpha = factor.solve(ofMediator);
        double[] gamma = factor.solve(ofOutcome);
        double left = sum[mediator][mediator] - GramFactor.dot(alpha, ofMediator, s);
        double whole = sum[mediator][mediator] - ofMediator[0] * ofMediator[0] / sum[0][0];
        double joint = sum[outcome][mediator] - GramFactor.dot(alpha, ofOutcome, s);
        double reliable = left - error * whole;
        return reliable > 1e-9 * whole ? new Found(alpha[s - 1], joint / reliable, gamma[s - 1]) : Found.NONE;
    }
}
