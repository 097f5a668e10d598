package org.iltlib.analytics.internal.mixed;

/** Products of small dense matrices by rows. */
final class Dense {
    private Dense() {}

    static double[][] times(double[][] a, double[][] b) {
        int columns = b.length == 0 ? 0 : b[0].length;
        double[][] product = new double[a.length][columns];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                double value = a[i][k];
                if (value != 0) {
                    for (int j = 0; j < columns; j++) {
                        product[i][j] += value * b[k][j];
                    }
                }
            }
        }
        return product;
    }

    static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** One plus a multiple of the other. */
    static double[][] plus(double[][] a, double factor, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i].clone();
            for (int j = 0; j < sum[i].length; j++) {
                sum[i][j] += factor * b[i][j];
            }
        }
        return sum;
    }

    /** The trace of a·b. */
    static double trace(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += a[i][j] * b[j][i];
            }
        }
        return sum;
    }
}
