package org.iltlib.analytics.internal.robust;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.iltlib.analytics.internal.GramFactor;

/**
 * The directions in which a cluster is fitted without rest: eigenvectors of its U′U with eigenvalue 1.
 *
 * @param directions the eigenvectors
 */
record Unseen(List<double[]> directions) {
    static Unseen of(double[][] gram) {
        double trace = 0;
        for (int i = 0; i < gram.length; i++) {
            trace += gram[i][i];
        }
        if (trace < 1 - ClusterRobust.CLOSE_TO_ONE) {
            return new Unseen(List.of());
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(gram, true));
        List<double[]> directions = new ArrayList<>();
        for (int k = 0; k < gram.length; k++) {
            if (1 - eigen.getEigenvalue(k) < ClusterRobust.CLOSE_TO_ONE) {
                directions.add(eigen.getEigenvector(k).toArray());
            }
        }
        return new Unseen(directions);
    }

    /** The squared length of the direction's part along them; places beyond its length play no part. */
    double of(double[] direction) {
        double sum = 0;
        for (double[] each : directions) {
            double along = GramFactor.dot(each, direction, direction.length);
            sum += along * along;
        }
        return sum;
    }
}
