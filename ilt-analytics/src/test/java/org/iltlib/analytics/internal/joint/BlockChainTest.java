package org.iltlib.analytics.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockChainTest {
    private static final int SIDE = 3;
    private static final int BLOCKS = 4;

    private final SplittableRandom chance = new SplittableRandom(3);

    private double[] positive() {
        double[] root = new double[SIDE * SIDE];
        for (int i = 0; i < root.length; i++) {
            root[i] = chance.nextDouble(-1, 1);
        }
        double[] square = new double[SIDE * SIDE];
        for (int r = 0; r < SIDE; r++) {
            for (int c = 0; c < SIDE; c++) {
                for (int k = 0; k < SIDE; k++) {
                    square[r * SIDE + c] += root[r * SIDE + k] * root[c * SIDE + k];
                }
            }
        }
        return square;
    }

    private static double[] times(double[] square, double[] x) {
        double[] product = new double[SIDE];
        for (int r = 0; r < SIDE; r++) {
            for (int c = 0; c < SIDE; c++) {
                product[r] += square[r * SIDE + c] * x[c];
            }
        }
        return product;
    }

    @Test
    void theSolutionGivesTheRightSideWhenMultipliedOut() {
        double[][] grams = new double[BLOCKS][];
        double[][] ties = new double[BLOCKS - 1][];
        double[][] solution = new double[BLOCKS][SIDE];
        for (int j = 0; j < BLOCKS; j++) {
            grams[j] = positive();
            if (j > 0) {
                ties[j - 1] = positive();
            }
            for (int c = 0; c < SIDE; c++) {
                solution[j][c] = chance.nextDouble(-1, 1);
            }
        }
        double[][] right = new double[BLOCKS][];
        for (int j = 0; j < BLOCKS; j++) {
            right[j] = times(grams[j], solution[j]);
        }
        for (int j = 0; j < BLOCKS - 1; j++) {
            double[] pull = times(ties[j], InteriorPath.difference(solution, j));
            for (int c = 0; c < SIDE; c++) {
                right[j][c] -= pull[c];
                right[j + 1][c] += pull[c];
            }
        }
        BlockChain chain = new BlockChain(BLOCKS, SIDE);
        chain.factor(grams, ties);
        chain.solve(right);
        for (int j = 0; j < BLOCKS; j++) {
            assertThat(right[j]).containsExactly(solution[j], within(1e-10));
        }
    }
}
