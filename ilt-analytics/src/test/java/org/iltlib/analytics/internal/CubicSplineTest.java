package org.iltlib.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CubicSplineTest {
    private static final double[] INNER = {547.1, 577.96, 605.82, 640.02};
    private static final CubicSpline SPLINE = CubicSpline.of(INNER, 394.35, 776.55);

    /** In R: splines::bs(x, knots = c(547.1, 577.96, 605.82, 640.02), Boundary.knots = c(394.35, 776.55)). */
    @Test
    void itsFunctionsAreThoseOfRInsideAndBeyondTheBoundaries() {
        row(384.35, -0.22066165358259932, 0.011292767124698871, -0.00016860625617737615, 0, 0, 0, 0);
        row(394.35, 0, 0, 0, 0, 0, 0, 0);
        row(547.1, 0.028248746558118813, 0.37083030789151394, 0.6009209455503673, 0, 0, 0, 0);
        row(577.96, 0, 0.06250682100861636, 0.7629525264010681, 0.17454065259031543, 0, 0, 0);
        row(605.82, 0, 0, 0.20282955588921506, 0.7341918332380022, 0.06297861087278281, 0, 0);
        row(640.02, 0, 0, 0, 0.5497800346422248, 0.4100933497682517, 0.040126615589523504, 0);
        row(
                592.8091666666667,
                0,
                0.006366480551233374,
                0.4878208835895414,
                0.4962768610562135,
                0.009535774803011472,
                0,
                0);
        row(776.55, 0, 0, 0, 0, 0, 0, 1);
        row(786.55, 0, 0, 0, -0.00021602533815782282, 0.013651663727036592, -0.2496545358489869, 1.2362188974601078);
    }

    @Test
    void beyondTheFirstIntervalTheFunctionsSumToOne() {
        for (double x = 547.1; x <= 800; x += 0.7) {
            double sum = 0;
            for (double value : SPLINE.row(x)) {
                sum += value;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    /** In R: splines::bs(c(1, 2.5, 4), knots = c(2, 2), Boundary.knots = c(0, 5)). */
    @Test
    void aKnotThatStandsTwiceIsAllowed() {
        CubicSpline twice = CubicSpline.of(new double[] {2, 2}, 0, 5);
        assertThat(twice.columns()).isEqualTo(5);
        double[][] expected = {
            {0.375, 0.45, 0.05, 0, 0},
            {0, 0.34722222222222215, 0.5787037037037037, 0.06944444444444445, 0.004629629629629629},
            {0, 0.02222222222222222, 0.23703703703703702, 0.4444444444444444, 0.2962962962962963}
        };
        double[] places = {1, 2.5, 4};
        for (int i = 0; i < places.length; i++) {
            assertThat(twice.row(places[i])).containsExactly(expected[i], within(1e-14));
        }
    }

    private static void row(double x, double... expected) {
        assertThat(SPLINE.row(x)).as("at %s", x).containsExactly(expected, within(1e-12));
    }
}
