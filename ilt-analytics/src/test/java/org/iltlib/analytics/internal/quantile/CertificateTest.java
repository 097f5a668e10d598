package org.iltlib.analytics.internal.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Six points; every fit through two of them is tried, and the proof closes for the best alone. */
class CertificateTest {
    private static final double[] X = {0, 1, 2, 3, 4, 5};
    private static final double[] SIZES = {1, 3};
    private static final double[] Y = {1, 0.3, 4.2, 2.1, 9.4, 4.8};

    private static DenseRows rows() {
        double[] cells = new double[12];
        for (int i = 0; i < 6; i++) {
            cells[2 * i] = 1;
            cells[2 * i + 1] = X[i];
        }
        return new DenseRows(2, cells, Y, null);
    }

    private static double objective(double tau, double level, double slope, byte[] sides) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            double left = Y[i] - level - slope * X[i];
            sides[i] = (byte) (left >= 0 ? 1 : -1);
            sum += left * (left > 0 ? tau : tau - 1);
        }
        return sum;
    }

    @Test
    void itClosesForTheBestOfAllVerticesAndForNoOther() {
        for (double tau : new double[] {0.2, 0.45, 0.7}) {
            double least = Double.POSITIVE_INFINITY;
            for (int a = 0; a < 6; a++) {
                for (int b = a + 1; b < 6; b++) {
                    double slope = (Y[b] - Y[a]) / (X[b] - X[a]);
                    least = Math.min(least, objective(tau, Y[a] - slope * X[a], slope, new byte[6]));
                }
            }
            int closed = 0;
            for (int a = 0; a < 6; a++) {
                for (int b = a + 1; b < 6; b++) {
                    byte[] sides = new byte[6];
                    double slope = (Y[b] - Y[a]) / (X[b] - X[a]);
                    double objective = objective(tau, Y[a] - slope * X[a], slope, sides);
                    Certificate proof = Certificate.of(rows(), tau, new int[] {a, b}, sides, new double[6], SIZES);
                    assertThat(proof.objective()).isCloseTo(objective, within(1e-12));
                    boolean closes = proof.gap() < 1e-12 && proof.violation() < 1e-12;
                    assertThat(closes).isEqualTo(objective < least + 1e-12);
                    closed += closes ? 1 : 0;
                }
            }
            assertThat(closed).isEqualTo(1);
        }
    }

    @Test
    void aRowOnTheWrongSideOpensTheGap() {
        QuantileProcess process = QuantileSweep.of(rows(), new double[] {0.45}, Runnable::run);
        assertThat(process.gap(0)).isLessThan(1e-14);
        byte[] sides = new byte[6];
        double[] b = process.coefficients(0);
        objective(0.45, b[0], b[1], sides);
        int[] basis = new int[2];
        int found = 0;
        for (int i = 0; i < 6; i++) {
            if (Math.abs(Y[i] - b[0] - b[1] * X[i]) < 1e-12) {
                basis[found++] = i;
            }
        }
        assertThat(found).isEqualTo(2);
        for (int i = 0; i < 6; i++) {
            if (i != basis[0] && i != basis[1]) {
                byte[] wrong = sides.clone();
                wrong[i] = (byte) -wrong[i];
                Certificate proof = Certificate.of(rows(), 0.45, basis, wrong, new double[6], SIZES);
                assertThat(proof.gap()).isGreaterThan(1e-3);
            }
        }
    }
}
