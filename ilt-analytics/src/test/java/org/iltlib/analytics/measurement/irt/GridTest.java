package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Abilities beyond the first grid, and tests that tell more than its nodes can take. */
class GridTest {
    private static List<ItemCurve> rasch(int items, double from, double to) {
        return IntStream.range(0, items)
                .mapToObj(j -> Tables.curve("i" + j, ItemModel.RASCH, 1, -(from + (to - from) * j / (items - 1))))
                .toList();
    }

    /** The truth, and the same model on a grid to 20 logits given beforehand. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 4})
    void aWideSpreadOfAbilityIsFoundOnALongerGrid(double spread) {
        ResponseTable table = Tables.drawn(rasch(30, -6, 6), new AbilityDistribution(0, spread), 2000, 3);
        IrtFit fit = IrtModel.rasch().of(table).value().orElseThrow();
        assertThat(fit.reach()).isGreaterThan(4 * spread);
        assertThat(fit.nodes()).isEqualTo((int) Math.round(10 * fit.reach()) + 1);
        assertThat(fit.distribution().standardDeviation()).isCloseTo(spread, within(0.2));
        IrtFit far = IrtModel.rasch().withNodes(401, 20).of(table).value().orElseThrow();
        assertThat(fit.distribution().standardDeviation())
                .isCloseTo(far.distribution().standardDeviation(), within(1e-3));
    }

    @Test
    void aGroupFarFromTheReferenceIsFoundOnALongerGrid() {
        List<ItemCurve> items = rasch(20, -2, 7);
        ResponseTable near = Tables.drawn(items, AbilityDistribution.STANDARD, 1000, 1);
        ResponseTable far = Tables.drawn(items, new AbilityDistribution(5.5, 1.2), 1000, 2);
        IrtFit fit = IrtModel.rasch()
                .of("a", Map.of("a", ResponsePatterns.of(near), "b", ResponsePatterns.of(far)))
                .value()
                .orElseThrow();
        assertThat(fit.distribution("b").mean()).isCloseTo(5.5, within(0.3));
    }

    /** Four times the same answers: ability would spread without end. */
    @Test
    void abilitiesBeyondAnyGridAreRefused() {
        byte[] column = new byte[200];
        for (int i = 0; i < 200; i++) {
            column[i] = (byte) (i % 2);
        }
        ResponseTable table = ResponseTable.of(
                IntStream.range(0, 200).mapToObj(i -> "p-" + i).toList(),
                List.of("a", "b", "c", "d"),
                new byte[][] {column, column, column, column});
        assertThat(IrtModel.rasch().of(table).toString()).contains("the grid is too short");
    }

    @Test
    void theGridStaysAsItIsWhereNobodyStandsAtItsEnds() {
        IrtFit fit = IrtModel.rasch().of(Tables.lsat(6)).value().orElseThrow();
        assertThat(fit.reach()).isEqualTo(6);
        assertThat(fit.nodes()).isEqualTo(61);
    }

    /** By brute force: the posterior mean and deviation summed over 200,001 points. */
    @ParameterizedTest
    @ValueSource(ints = {40, 80, 127})
    void posteriorMeansOfLongSteepTestsAreThoseOfTheCurve(int items) {
        double slope = items / 30.0;
        List<ItemCurve> curves = IntStream.range(0, items)
                .mapToObj(j ->
                        Tables.curve("i" + j, ItemModel.TWO_PARAMETER, slope, -slope * (-1 + 2.0 * j / (items - 1))))
                .toList();
        byte[] codes = new byte[items];
        Arrays.fill(codes, 0, (int) (0.55 * items), (byte) 1);
        double mass = 0;
        double first = 0;
        double second = 0;
        for (int q = 0; q <= 200_000; q++) {
            double theta = -4 + q / 25_000.0;
            double log = -theta * theta / 2;
            for (int j = 0; j < items; j++) {
                double logit = slope * theta + curves.get(j).intercepts().get(0);
                log += codes[j] * logit - Math.log1p(Math.exp(logit));
            }
            double weight = Math.exp(log + items * 0.5);
            mass += weight;
            first += weight * theta;
            second += weight * theta * theta;
        }
        double mean = first / mass;
        Ability found = AbilityScale.of(curves, AbilityDistribution.STANDARD)
                .abilities(
                        ResponseTable.builder(
                                        curves.stream().map(ItemCurve::item).toList())
                                .add("p-1", codes)
                                .build(),
                        AbilityMethod.EAP)
                .get(0)
                .value()
                .orElseThrow();
        assertThat(found.value()).isCloseTo(mean, within(1e-6));
        assertThat(found.standardError()).isCloseTo(Math.sqrt(second / mass - mean * mean), within(1e-6));
    }
}
