package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Known items are found again, and the intervals hold them as often as they say; seeds 1 to 60. */
class RecoveryTest {
    @Test
    void estimatesAreNearlyUnbiasedAndIntervalsHoldTheTruth() {
        List<ItemCurve> truth = Tables.twoParameters(8, 21);
        double bias = 0;
        int held = 0;
        int all = 0;
        for (int seed = 1; seed <= 60; seed++) {
            IrtErrors errors = IrtModel.twoParameters()
                    .of(Tables.drawn(truth, AbilityDistribution.STANDARD, 1500, seed))
                    .value()
                    .orElseThrow()
                    .errors()
                    .value()
                    .orElseThrow();
            for (ItemCurve curve : truth) {
                Estimate slope = errors.getEstimate(curve.item(), IrtErrors.SLOPE);
                Estimate intercept = errors.getEstimate(curve.item(), "intercept 1");
                bias += (slope.value() - curve.slope()) / curve.slope();
                held += slope.excludes(curve.slope()) ? 0 : 1;
                held += intercept.excludes(curve.intercepts().get(0)) ? 0 : 1;
                all += 2;
            }
        }
        assertThat(bias / (all / 2.0)).isCloseTo(0, within(0.03));
        // 960 intervals, those of one table dependent: within 0.03 of 0.95
        assertThat((double) held / all).isCloseTo(0.95, within(0.03));
    }
}
