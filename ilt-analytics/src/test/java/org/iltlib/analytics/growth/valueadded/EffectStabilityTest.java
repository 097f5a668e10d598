package org.iltlib.analytics.growth.valueadded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class EffectStabilityTest {
    private static UnitEffect unit(int code, double value, double reliability) {
        Measured<Estimate> effect = Measured.of(Estimate.builder()
                .value(value)
                .lower(value - 1)
                .upper(value + 1)
                .level(0.95)
                .n(20)
                .unit("points")
                .method("by hand")
                .build());
        return new UnitEffect(Integer.toString(code), effect, Measured.of(20.0), Measured.of(reliability), effect);
    }

    private static List<UnitEffect> units(double reliability, double... values) {
        List<UnitEffect> units = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            units.add(unit(i, values[i], reliability));
        }
        return units;
    }

    /** In R: {@code cor.test(c(1,2,3,4,5,6,7), c(2,1,4,3,7,5,6))}: 0.821428571, interval 0.179254051 to 0.972755951. */
    @Test
    void theCorrelationAndItsIntervalAreThoseOfR() {
        EffectStability found = EffectStability.of(units(0.64, 1, 2, 3, 4, 5, 6, 7), units(0.49, 2, 1, 4, 3, 7, 5, 6))
                .value()
                .orElseThrow();
        assertThat(found.correlation().value()).isCloseTo(0.821428571, within(1e-9));
        assertThat(found.correlation().lower()).isCloseTo(0.179254051, within(1e-8));
        assertThat(found.correlation().upper()).isCloseTo(0.972755951, within(1e-8));
        assertThat(found.ceiling().value().orElseThrow()).isCloseTo(0.56, within(1e-12));
        assertThat(found.units()).isEqualTo(7);
    }

    @Test
    void unitsThatLeaveTheirThirdAreCounted() {
        List<UnitEffect> one = units(0.5, 1, 2, 3, 4, 5, 6);
        assertThat(EffectStability.of(one, one).value().orElseThrow().moved()).isZero();
        assertThat(EffectStability.of(one, units(0.5, 6, 5, 3, 4, 2, 1))
                        .value()
                        .orElseThrow()
                        .moved())
                .isCloseTo(4 / 6.0, within(1e-12));
    }

    @Test
    void withoutEnoughUnitsInBothThereIsAReason() {
        List<UnitEffect> one = units(0.5, 1, 2, 3, 4, 5, 6);
        assertThat(EffectStability.of(one, units(0.5, 1, 2, 3, 4, 5))).hasToString("too few values: 5 units in both");
        assertThat(EffectStability.of(one, units(0.5, 1, 1, 1, 1, 1, 1)).toString())
                .contains("all the same");
        List<UnitEffect> hidden = new ArrayList<>(one);
        Measured<Double> few = Measured.suppressed(SuppressionReason.SMALL_GROUP, "policy");
        Measured<Estimate> none = Measured.suppressed(SuppressionReason.SMALL_GROUP, "policy");
        hidden.set(0, new UnitEffect("0", none, few, few, none));
        assertThat(EffectStability.of(one, hidden).toString()).contains("5 units in both");
    }
}
