package org.iltlib.analytics.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void itIsAsCheapAsTheBestOfAllAndItsPricesProveIt() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 300; trial++) {
            int rows = 1 + random.nextInt(5);
            double[][] cost = new double[rows][rows + random.nextInt(3)];
            for (double[] row : cost) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextInt(12) - 3;
                }
            }
            Assignment best = Assignment.of(cost);
            assertThat(best.columns()).doesNotHaveDuplicates();
            assertThat(best.cost(cost)).isCloseTo(cheapest(cost, 0, 0), Offset.offset(1e-9));
            assertThat(best.isOptimalFor(cost)).isTrue();
        }
    }

    @Test
    void pricesOfAnotherProblemProveNothing() {
        Assignment best = Assignment.of(new double[][] {{4, 1, 3}, {2, 0, 5}});
        assertThat(best.columns()).containsExactly(1, 0);
        assertThat(best.isOptimalFor(new double[][] {{0, 9, 3}, {9, 0, 5}})).isFalse();
    }

    @Test
    void moreRowsThanColumnsAreRefused() {
        assertThatThrownBy(() -> Assignment.of(new double[][] {{1}, {2}})).hasMessageContaining("2 rows");
        assertThatThrownBy(() -> Assignment.of(new double[][] {{1, 2}, {2}})).hasMessageContaining("A row has 1");
    }

    private static double cheapest(double[][] cost, int row, int used) {
        if (row == cost.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < cost[row].length; j++) {
            if ((used & (1 << j)) == 0) {
                best = Math.min(best, cost[row][j] + cheapest(cost, row + 1, used | (1 << j)));
            }
        }
        return best;
    }
}
