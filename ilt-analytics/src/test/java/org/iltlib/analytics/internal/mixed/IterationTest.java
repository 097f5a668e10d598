package org.iltlib.analytics.internal.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.analytics.internal.SplitMix;
import org.junit.jupiter.api.Test;

/** The iterative path against the exact one on the same data, and cross-products of parts against those of the whole. */
class IterationTest {
    private static final int ROWS = 8_000;

    private final double[] y = new double[ROWS];
    private final double[] x = new double[ROWS];
    private final int[] student = new int[ROWS];
    private final int[] teacher = new int[ROWS];

    IterationTest() {
        SplitMix chance = SplitMix.of(3);
        double[] ofTeacher = new double[200];
        for (int t = 0; t < ofTeacher.length; t++) {
            ofTeacher[t] = 4 * chance.nextGaussian();
        }
        double level = 0;
        int home = 0;
        for (int i = 0; i < ROWS; i++) {
            level = i % 4 == 0 ? 10 * chance.nextGaussian() : level;
            home = i % 4 == 0 ? chance.nextInt(20) : home;
            student[i] = i / 4;
            int school = chance.nextDouble() < 0.1 ? chance.nextInt(20) : home;
            teacher[i] = 10 * school + chance.nextInt(10);
            x[i] = chance.nextGaussian();
            y[i] = 500 + 3 * x[i] + level + ofTeacher[teacher[i]] + 8 * chance.nextGaussian();
        }
    }

    private CrossProducts products(int from, int end) {
        int[] students = Arrays.copyOfRange(student, from, end);
        int[] teachers = Arrays.copyOfRange(teacher, from, end);
        List<Factor> factors = List.of(
                Factor.of(2_000, students, new double[][] {{}}, true),
                Factor.of(200, teachers, new double[][] {{}}, true));
        return CrossProducts.of(
                Arrays.copyOfRange(y, from, end),
                new double[][] {Arrays.copyOfRange(x, from, end)},
                factors,
                new double[0],
                new double[] {0, 0, 500});
    }

    @Test
    void iterationComesWithinItsStatedNoiseOfTheExactFit() {
        CrossProducts data = products(0, ROWS);
        MixedEngine exact = MixedEngine.of(data, true, 0, 1_000, Runnable::run);
        MixedEngine iterated = MixedEngine.of(data, true, 0, 10, Runnable::run);
        assertThat(exact.isIterative()).isFalse();
        assertThat(iterated.isIterative()).isTrue();
        assertThat(exact.noise()).containsOnly(0);
        assertThat(iterated.reached()).isTrue();
        for (int a = 0; a < 2; a++) {
            double noise = iterated.noise()[a];
            assertThat(noise / exact.theta()[a]).isBetween(1e-9, 1e-3);
            assertThat(iterated.theta()[a]).isCloseTo(exact.theta()[a], within(5 * noise + 1e-6));
        }
        assertThat(iterated.criterion()).isCloseTo(exact.criterion(), within(1.0));
        assertThat(iterated.coefficients()[1]).isCloseTo(exact.coefficients()[1], within(1e-4));
        for (int t = 0; t < 200; t++) {
            assertThat(iterated.effect(1, t)[0]).isCloseTo(exact.effect(1, t)[0], within(0.01));
            assertThat(iterated.effectCovariance(1, t)[0][0] / exact.effectCovariance(1, t)[0][0])
                    .isCloseTo(1, within(0.05));
        }
        assertThat(iterated.effectCovariance(0, 7)[0][0] / exact.effectCovariance(0, 7)[0][0])
                .isCloseTo(1, within(0.01));
    }

    @Test
    void iterationGivesTheSameBitsOnAnyNumberOfThreads() {
        CrossProducts data = products(0, ROWS);
        MixedEngine one = MixedEngine.of(data, true, 0, 10, Runnable::run);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            MixedEngine three = MixedEngine.of(data, true, 0, 10, threads);
            assertThat(three.theta()).isEqualTo(one.theta());
            assertThat(three.criterion()).isEqualTo(one.criterion());
            assertThat(three.noise()).isEqualTo(one.noise());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void crossProductsOfPartsAddUpToThoseOfTheWhole() {
        MixedEngine whole = MixedEngine.of(products(0, ROWS), false, 0, Runnable::run);
        CrossProducts parts = products(0, 3_001).plus(products(3_001, 3_002)).plus(products(3_002, ROWS));
        MixedEngine merged = MixedEngine.of(parts, false, 0, Runnable::run);
        assertThat(parts.n()).isEqualTo(ROWS);
        assertThat(merged.criterion() / whole.criterion()).isCloseTo(1, within(1e-12));
        for (int a = 0; a < 2; a++) {
            assertThat(merged.theta()[a]).isCloseTo(whole.theta()[a], within(1e-9));
        }
        CrossProducts other = CrossProducts.of(
                new double[] {1},
                new double[0][],
                List.of(Factor.of(1, new int[1], new double[][] {{}}, true)),
                new double[0],
                new double[2]);
        assertThatThrownBy(() -> parts.plus(other)).hasMessageContaining("differ");
    }

    @Test
    void aFactorTimesItsInverseIsTheIdentity() {
        int n = 301;
        SplitMix chance = SplitMix.of(1);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                matrix[i][j] = i == j ? n : chance.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            copy[i] = matrix[i].clone();
        }
        double[][] inverse = DenseFactor.of(copy, Runnable::run).inverse();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += matrix[i][k] * (k >= j ? inverse[k][j] : inverse[j][k]);
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void codesAreMadeDenseInTheirOwnOrder() {
        for (int stretch : new int[] {1, 1_000_000_000}) {
            LevelCodes codes = LevelCodes.of(new int[] {2 * stretch, -stretch, 2 * stretch, 0});
            assertThat(codes.count()).isEqualTo(3);
            assertThat(codes.dense()).containsExactly(2, 0, 2, 1);
            assertThat(codes.original(2)).isEqualTo(2 * stretch);
        }
    }
}
