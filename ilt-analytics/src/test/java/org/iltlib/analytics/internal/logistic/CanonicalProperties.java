package org.iltlib.analytics.internal.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.iltlib.analytics.internal.mixed.Factor;

class CanonicalProperties {
    private static final RandomPart RANDOM = new RandomPart(
            List.of(Factor.of(2, new int[] {0, 0, 1, 1}, new double[][] {{}, {1, 2, 3, 5}}, true)), 4, Runnable::run);

    @Property
    void aZeroStaysAnExactZero(
            @ForAll @DoubleRange(min = -3, max = 3) double one, @ForAll @DoubleRange(min = -3, max = 3) double two) {
        double[] canonical = Canonical.of(RANDOM, new double[] {one, two, 0}, 0);
        assertThat(canonical[2] == 0 || one == 0).isTrue();
        assertThat(canonical[0]).isCloseTo(Math.abs(one), within(1e-12));
    }

    @Property
    void theCovariancesStayAndDiagonalsAreNotNegative(
            @ForAll @DoubleRange(min = -3, max = 3) double one,
            @ForAll @DoubleRange(min = -3, max = 3) double two,
            @ForAll @DoubleRange(min = -3, max = 3) double three) {
        double[] canonical = Canonical.of(RANDOM, new double[] {one, two, three}, 0);
        assertThat(canonical[0]).isNotNegative();
        assertThat(canonical[2]).isNotNegative();
        assertThat(canonical[0] * canonical[0]).isCloseTo(one * one, within(1e-9));
        assertThat(canonical[0] * canonical[1]).isCloseTo(one * two, within(1e-9));
        assertThat(canonical[1] * canonical[1] + canonical[2] * canonical[2])
                .isCloseTo(two * two + three * three, within(1e-9));
    }
}
