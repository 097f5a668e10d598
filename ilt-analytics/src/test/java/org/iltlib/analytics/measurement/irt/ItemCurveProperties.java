package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ItemCurveProperties {
    @Provide
    Arbitrary<ItemCurve> curves() {
        return Combinators.combine(
                        Arbitraries.of(ItemModel.class),
                        Arbitraries.doubles().between(0.2, 4),
                        Arbitraries.doubles().between(-4, 4),
                        Arbitraries.doubles().between(0.05, 3))
                .as((model, slope, d, gap) -> {
                    ItemCurve.Builder curve =
                            ItemCurve.builder().item("i").model(model).addIntercepts(d);
                    if (model.hasOwnSlope()) {
                        curve.slope(slope);
                    }
                    if (model.takesSeveralPoints()) {
                        curve.addIntercepts(d - gap, d - 2 * gap);
                    }
                    return (model == ItemModel.THREE_PARAMETER ? curve.lowerAsymptote(0.17) : curve).build();
                });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void chancesSumToOneAndTheirDerivativesToZero(
            @ForAll("curves") ItemCurve curve, @ForAll @DoubleRange(min = -6, max = 6) double theta) {
        assertThat(curve.probabilities(theta).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(curve.derivatives(theta).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(0, within(1e-10));
        for (int k = 0; k < curve.categories(); k++) {
            double slope = (curve.probability(k, theta + 1e-5) - curve.probability(k, theta - 1e-5)) / 2e-5;
            assertThat(curve.derivatives(theta).get(k)).isCloseTo(slope, within(1e-7));
        }
    }

    /** Information is the mean of the squared derivative of the log-likelihood: Σ P′²/P. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void informationIsTheMeanOfTheSquaredScore(
            @ForAll("curves") ItemCurve curve, @ForAll @DoubleRange(min = -3, max = 3) double theta) {
        double sum = 0;
        for (int k = 0; k < curve.categories(); k++) {
            double slope = curve.derivatives(theta).get(k);
            sum += slope * slope / curve.probability(k, theta);
        }
        assertThat(curve.information(theta)).isCloseTo(sum, within(1e-9 * (1 + sum)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void onAnotherScaleTheChancesAreTheSame(
            @ForAll("curves") ItemCurve curve,
            @ForAll @DoubleRange(min = -3, max = 3) double theta,
            @ForAll @DoubleRange(min = 0.3, max = 3) double scale,
            @ForAll @DoubleRange(min = -2, max = 2) double shift) {
        ItemCurve moved = curve.rescaled(scale, shift);
        for (int k = 0; k < curve.categories(); k++) {
            assertThat(moved.probability(k, scale * theta + shift))
                    .isCloseTo(curve.probability(k, theta), within(1e-12));
        }
        assertThat(moved.difficulty().value().orElseThrow())
                .isCloseTo(scale * curve.difficulty().value().orElseThrow() + shift, within(1e-9));
    }

    @Example
    void itemsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Tables.curve("i", ItemModel.TWO_PARAMETER, 1, 1, 0))
                .hasMessageContaining("2 intercepts");
        assertThatThrownBy(() -> Tables.curve("i", ItemModel.GRADED, 1, 0, 1)).hasMessageContaining("falling");
        assertThatThrownBy(() -> Tables.curve("i", ItemModel.THREE_PARAMETER, 1, 0))
                .hasMessageContaining("lowerAsymptote is 0.0");
        assertThatThrownBy(() -> Tables.curve("i", ItemModel.TWO_PARAMETER, Double.NaN, 0))
                .hasMessageContaining("slope");
        ItemCurve curve = Tables.curve("i", ItemModel.TWO_PARAMETER, 1, 0);
        assertThatThrownBy(() -> curve.probability(2, 0)).hasMessageContaining("points is 2");
        assertThatThrownBy(() -> curve.rescaled(0, 0)).hasMessageContaining("scale is 0.0");
        assertThat(curve.freeParameters()).isEqualTo(2);
        assertThat(List.of(ItemModel.RASCH, ItemModel.GENERALIZED_PARTIAL_CREDIT))
                .hasToString("[Rasch, generalized partial credit]");
    }
}
