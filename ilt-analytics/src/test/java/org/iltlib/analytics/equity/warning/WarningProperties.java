package org.iltlib.analytics.equity.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.choice.Rational;
import org.iltlib.finding.Estimate;
import org.iltlib.finding.policy.Comparison;
import org.iltlib.finding.policy.Condition;
import org.iltlib.finding.policy.Indicator;
import org.iltlib.finding.policy.IndicatorPack;
import org.iltlib.finding.policy.IndicatorPacks;
import org.iltlib.finding.policy.WarningTier;

class WarningProperties {

    /** By all pairs, and DeLong's components by their definition. */
    @Property(tries = 200)
    void theAreaIsTheShareOfPairsInOrder(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 5) Integer> events,
            @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 5) Integer> spared) {
        double sum = 0;
        double[] above = new double[events.size()];
        double[] below = new double[spared.size()];
        for (int i = 0; i < above.length; i++) {
            for (int j = 0; j < below.length; j++) {
                double order = (Integer.signum(events.get(i) - spared.get(j)) + 1) / 2.0;
                sum += order;
                above[i] += order / below.length;
                below[j] += order / above.length;
            }
        }
        double area = sum / (above.length * below.length);
        double variance = 0;
        for (double value : above) {
            variance += (value - area) * (value - area) / (above.length - 1) / above.length;
        }
        for (double value : below) {
            variance += (value - area) * (value - area) / (below.length - 1) / below.length;
        }
        Estimate found =
                AreaUnderCurve.of(doubles(events), doubles(spared)).value().orElseThrow();
        assertThat(found.value()).isCloseTo(area, within(1e-12));
        assertThat(found.standardError().orElse(0.0)).isCloseTo(Math.sqrt(variance), within(1e-9));
    }

    private static double[] doubles(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /** A share of days against a threshold in tenths: by whole numbers. */
    @Property(tries = 500)
    void aSignIsDecidedByWholeNumbers(
            @ForAll @IntRange(max = 400) int absent,
            @ForAll @IntRange(min = 1, max = 200) int days,
            @ForAll @IntRange(max = 20) int tenths,
            @ForAll Comparison comparison) {
        IndicatorPack pack = IndicatorPacks.MIDDLE_GRADES.toBuilder()
                .indicators(List.of(new Indicator(
                        "sign",
                        List.of(new Condition("share", comparison, BigDecimal.valueOf(tenths, 1))),
                        "made for this test")))
                .tiers(List.of(new WarningTier("look", 1)))
                .build();
        Flags flags = Flags.of(pack, new StudentReadings("p-1", Map.of("share", Rational.of(absent, days)), Map.of()));
        int sign = Integer.compare(10 * absent, tenths * days);
        boolean expected = switch (comparison) {
            case AT_LEAST -> sign >= 0;
            case MORE_THAN -> sign > 0;
            case AT_MOST -> sign <= 0;
            case LESS_THAN -> sign < 0;
        };
        assertThat(flags.raised().isEmpty()).isEqualTo(!expected);
        assertThat(flags.open()).isEmpty();
    }

    @Property(tries = 100)
    void countsAddInAnyOrder(
            @ForAll @Size(4) List<@IntRange(max = 1000) Integer> a,
            @ForAll @Size(4) List<@IntRange(max = 1000) Integer> b) {
        AlarmCounts one = AlarmCounts.of(a.get(0), a.get(1), a.get(2), a.get(3));
        AlarmCounts other = AlarmCounts.of(b.get(0), b.get(1), b.get(2), b.get(3));
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(other).flagged()).isEqualTo(one.flagged() + other.flagged());
        assertThat(one.plus(AlarmCounts.of(0, 0, 0, 0))).isEqualTo(one);
    }
}
