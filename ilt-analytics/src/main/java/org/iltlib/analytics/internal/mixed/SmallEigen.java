package org.iltlib.analytics.internal.mixed;

/** Eigenvalues of a small symmetric matrix by Jacobi's rotations, for functions of it. */
final class SmallEigen {
    private static final int SWEEPS = 60;

    private SmallEigen() {}

    /** The place (0, 0) of the logarithm of the leading part of a positive definite matrix, which is overwritten. */
    static double firstOfLog(double[][] a, int n) {
        double[] first = new double[n];
        first[0] = 1;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    off += a[p][q] * a[p][q];
                    rotate(a, first, n, p, q);
                }
            }
            if (off < 1e-30) {
                break;
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += first[i] * first[i] * StrictMath.log(a[i][i]);
        }
        return sum;
    }

    private static void rotate(double[][] a, double[] first, int n, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double x = a[k][p];
            double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
        }
        for (int k = 0; k < n; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
        }
        double x = first[p];
        double y = first[q];
        first[p] = c * x - s * y;
        first[q] = s * x + c * y;
    }
}
