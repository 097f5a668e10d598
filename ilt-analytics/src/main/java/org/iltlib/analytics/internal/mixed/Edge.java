package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import org.iltlib.analytics.internal.GramFactor;

/** The form of Λ where some of its diagonal is held next to zero. */
final class Edge {
    private Edge() {}

    /**
     * The same covariances in Cholesky form: below a diagonal that is held, nothing; what stood there moves to later
     * columns. Without this, directions would be left in which nothing changes.
     */
    static double[] canonical(Profile profile, double[] theta, boolean[] held, double[] least) {
        double[] canonical = theta.clone();
        double[][] lambda = profile.shape().lambda(theta);
        for (int k = 0; k < lambda.length; k++) {
            int q = profile.data().factors().get(k).width();
            double[] lower = new double[q * q];
            for (int c = 0; c < q; c++) {
                int diagonal = profile.shape().find(k, c, c);
                double pivot = GramFactor.dot(row(lambda[k], c, q), row(lambda[k], c, q), q)
                        - GramFactor.dot(row(lower, c, q), row(lower, c, q), c);
                boolean gone = held[diagonal];
                lower[c * q + c] = gone ? theta[diagonal] : Math.max(Math.sqrt(Math.max(0, pivot)), least[diagonal]);
                canonical[diagonal] = lower[c * q + c];
                for (int r = c + 1; r < q && profile.shape().find(k, r, c) >= 0; r++) {
                    double sum = GramFactor.dot(row(lambda[k], r, q), row(lambda[k], c, q), q)
                            - GramFactor.dot(row(lower, r, q), row(lower, c, q), c);
                    lower[r * q + c] = gone ? 0 : sum / lower[c * q + c];
                    canonical[profile.shape().find(k, r, c)] = lower[r * q + c];
                    held[profile.shape().find(k, r, c)] = gone;
                }
            }
        }
        return canonical;
    }

    private static double[] row(double[] matrix, int row, int q) {
        return Arrays.copyOfRange(matrix, row * q, (row + 1) * q);
    }
}
