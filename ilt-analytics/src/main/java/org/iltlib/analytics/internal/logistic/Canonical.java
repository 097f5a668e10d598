package org.iltlib.analytics.internal.logistic;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.internal.mixed.Shape;

/** The one θ of all those with the same covariances: its diagonals are not negative, and nothing stands below a zero. */
final class Canonical {
    private static final double ROUNDING = 1e-6;

    private Canonical() {}

    /**
     * The Cholesky form of ΛΛ′.
     *
     * @param least the standard deviation, in units in which the column is about 1, up to which one becomes zero
     */
    static double[] of(RandomPart random, double[] theta, double least) {
        double[][] lambda = random.shape().lambda(theta);
        double[][][] covariances = new double[lambda.length][][];
        for (int k = 0; k < lambda.length; k++) {
            int q = random.factors().get(k).width();
            covariances[k] = new double[q][q];
            for (int r = 0; r < q; r++) {
                for (int c = 0; c < q; c++) {
                    covariances[k][r][c] = product(lambda[k], r, c, q);
                }
            }
        }
        return of(random, covariances, least);
    }

    /** The Cholesky form of covariances, by term. */
    static double[] of(RandomPart random, double[][][] covariances, double least) {
        Shape shape = random.shape();
        double[] canonical = new double[shape.size()];
        for (int k = 0; k < covariances.length; k++) {
            int q = covariances[k].length;
            double[][] lower = new double[q][q];
            for (int c = 0; c < q; c++) {
                int diagonal = shape.find(k, c, c);
                double whole = covariances[k][c][c];
                double pivot = Math.sqrt(Math.max(0, whole - dot(lower, c, c, c)));
                boolean gone = pivot <= Math.max(least * random.scale(diagonal), ROUNDING * Math.sqrt(whole));
                lower[c][c] = gone ? 0 : pivot;
                canonical[diagonal] = lower[c][c];
                for (int r = c + 1; r < q && !gone; r++) {
                    lower[r][c] = (covariances[k][r][c] - dot(lower, r, c, c)) / pivot;
                    int place = shape.find(k, r, c);
                    if (place >= 0) {
                        canonical[place] = lower[r][c];
                    }
                }
            }
        }
        return canonical;
    }

    private static double product(double[] lambda, int row, int column, int q) {
        double sum = 0;
        for (int i = 0; i < q; i++) {
            sum += lambda[row * q + i] * lambda[column * q + i];
        }
        return sum;
    }

    private static double dot(double[][] lower, int row, int column, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += lower[row][i] * lower[column][i];
        }
        return sum;
    }

    /** The places that are not zero and not below a zero. */
    static int[] free(Shape shape, double[] theta) {
        List<Integer> free = new ArrayList<>();
        for (int a = 0; a < theta.length; a++) {
            Shape.Place place = shape.place(a);
            if (theta[shape.find(place.factor(), place.column(), place.column())] != 0) {
                free.add(a);
            }
        }
        return free.stream().mapToInt(Integer::intValue).toArray();
    }
}
