package org.iltlib.analytics.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;

import org.iltlib.analytics.internal.quantile.SplineDesign;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final double[] TAUS = {.2, .4, .6, .8};

    private final SplineDesign design = SmallDesigns.simulated(300, 1, 1, 31);
    private final Stage stage = Stage.of(design);
    private final ParallelStart start = ParallelStart.of(stage, TAUS);
    private final TauBlock[] blocks = new TauBlock[TAUS.length];
    private final PairBlock[] pairs = new PairBlock[TAUS.length - 1];

    private JointProcess judge(double[][] curves) {
        for (int j = 0; j < TAUS.length; j++) {
            blocks[j] = stage.open(TAUS[j], curves[j], Double.POSITIVE_INFINITY, curves[j], 1);
            if (j > 0) {
                pairs[j - 1] = new PairBlock(stage.tables);
                pairs[j - 1].start(1, 1e-9);
            }
        }
        return Proof.of(stage, TAUS, curves, blocks, pairs, Runnable::run);
    }

    @Test
    void curvesThatAreNotTheBestAreNotProved() {
        JointProcess best = JointQuantiles.of(design, TAUS, Runnable::run);
        JointProcess process = judge(start.curves());
        assertThat(process.certified()).isFalse();
        assertThat(process.gap()).isGreaterThan(1e-6);
        assertThat(process.objective()).isGreaterThan(best.objective());
    }

    /** Weak duality: whatever the multipliers, their value less their imbalance bounds the optimum. */
    @Test
    void theBoundOfPoorMultipliersIsPoorButABound() {
        JointProcess best = JointQuantiles.of(design, TAUS, Runnable::run);
        JointProcess process = judge(start.curves());
        assertThat(process.objective() - process.gap() * (1 + process.objective()))
                .isLessThanOrEqualTo(best.objective());
    }

    @Test
    void curvesThatCrossAreMovedApart() {
        double[][] curves = start.curves();
        curves[2][0] = curves[1][0] - 5;
        JointProcess process = judge(curves);
        assertThat(process.smallestDifference()).isNotNegative();
        assertThat(process.coefficients(1)[0]).isLessThanOrEqualTo(process.coefficients(2)[0]);
    }

    @Test
    void aMovedCurveOpensTheGap() {
        JointProcess best = JointQuantiles.of(design, TAUS, Runnable::run);
        double[][] curves = new double[TAUS.length][];
        for (int j = 0; j < curves.length; j++) {
            curves[j] = best.coefficients(j);
            curves[j][0] += 0.01 * (j - 1.5);
        }
        assertThat(judge(curves).objective()).isGreaterThan(best.objective() * (1 + 1e-8));
    }
}
