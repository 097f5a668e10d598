package org.iltlib.analytics.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.iltlib.analytics.internal.quantile.SplineDesign;
import org.junit.jupiter.api.Test;

class StageTest {
    private final SplineDesign design = SmallDesigns.simulated(700, 3, 1, 21);
    private final Stage stage = Stage.of(design);

    private double[] row(int row) {
        double[] full = new double[design.columns()];
        full[0] = 1;
        for (int l = 0; l < design.priors(); l++) {
            int score = stage.codes[l][row];
            for (int k = 0; k < 4; k++) {
                double value = design.values(l)[score * 4 + k];
                if (value != 0) {
                    full[design.starts(l)[score] + k] += value;
                }
            }
        }
        return full;
    }

    @Test
    void theSparseGramIsTheSumOfProductsOfFullRows() {
        SplittableRandom chance = new SplittableRandom(22);
        double[] weights = chance.doubles(stage.size).toArray();
        int columns = design.columns();
        double[] expected = new double[columns * columns];
        for (int i = 0; i < stage.size; i++) {
            double[] x = row(i);
            for (int r = 0; r < columns; r++) {
                for (int c = 0; c < columns; c++) {
                    expected[r * columns + c] += weights[i] * x[r] * x[c];
                }
            }
        }
        assertThat(RowGram.of(stage.tables, stage.codes, weights, stage.size)).containsExactly(expected, within(1e-10));
    }

    @Test
    void leastSquaresLeavesResidualsAtRightAnglesToTheColumns() {
        double[] b = stage.leastSquares();
        double[][] parts = stage.tables.parts(b);
        double[] sums = new double[design.columns()];
        for (int i = 0; i < stage.size; i++) {
            double residual = stage.outcome[i] - stage.fit(i, b[0], parts);
            double[] x = row(i);
            for (int c = 0; c < x.length; c++) {
                sums[c] += residual * x[c];
            }
        }
        assertThat(sums).containsExactly(new double[sums.length], within(1e-6));
    }

    /** The squared leverages of all rows sum to the number of columns: the trace of the projection. */
    @Test
    void theLeveragesSumToTheNumberOfColumns() {
        double sum = 0;
        for (float each : stage.spread) {
            sum += (double) each * each;
        }
        assertThat(sum).isCloseTo(design.columns(), within(1e-4));
    }

    @Test
    void rowsInTheBandAndRowsAboveItAreTold() {
        double[] b = stage.leastSquares();
        double[][] parts = stage.tables.parts(b);
        double width = stage.width(b, 0.3);
        TauBlock block = stage.open(0.5, b, width, b, 1);
        assertThat(block.size).isBetween((int) (0.28 * stage.size), (int) (0.32 * stage.size));
        int next = 0;
        for (int i = 0; i < stage.size; i++) {
            double residual = stage.outcome[i] - stage.fit(i, b[0], parts);
            boolean within = Math.abs(residual) <= width * stage.spread[i];
            assertThat(next < block.size && block.rows[next] == i).isEqualTo(within);
            assertThat(block.above.get(i)).isEqualTo(!within && residual > 0);
            next += within ? 1 : 0;
        }
    }

    @Test
    void rowsWhoseSignIsNoLongerSureComeBack() {
        double[] b = stage.leastSquares();
        TauBlock narrow = stage.open(0.5, b, stage.width(b, 0.1), b, 1);
        double width = 1.000001 * stage.width(b, 0.3);
        TauBlock wide = stage.widened(narrow, b, width, 1);
        TauBlock expected = stage.open(0.5, b, width, b, 1);
        assertThat(wide.rows).isEqualTo(expected.rows);
        assertThat(wide.base).containsExactly(expected.base, within(1e-9));
        assertThat(stage.widened(wide, b, 0, 1)).isSameAs(wide);
    }
}
