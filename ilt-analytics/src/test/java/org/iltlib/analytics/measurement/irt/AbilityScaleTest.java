package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbilityScaleTest {
    private static final AbilityScale SCALE =
            AbilityScale.of(Tables.twoParameters(20, 4), new AbilityDistribution(0.2, 1.1));

    @ParameterizedTest
    @EnumSource(AbilityMethod.class)
    void knownAbilitiesAreRecovered(AbilityMethod method) {
        List<ItemCurve> bank = new ArrayList<>();
        for (int copy = 0; copy < 10; copy++) {
            for (ItemCurve curve : Tables.twoParameters(20, copy)) {
                bank.add(ItemCurve.builder()
                        .from(curve)
                        .item(curve.item() + "-" + copy)
                        .build());
            }
        }
        ResponseTable table = Tables.drawn(bank, new AbilityDistribution(1, 1e-6), 200, 8);
        double sum = 0;
        double errors = 0;
        for (Measured<Ability> ability :
                AbilityScale.of(bank, AbilityDistribution.STANDARD).abilities(table, method)) {
            sum += ability.value().orElseThrow().value();
            errors += ability.value().orElseThrow().standardError();
        }
        assertThat(sum / 200).isCloseTo(1, within(0.05));
        assertThat(errors / 200).isBetween(0.12, 0.2);
    }

    // the estimating equation of Warm (1989) written anew for right-or-wrong items
    @Test
    void weightedLikelihoodSolvesWarmsEquationForAllAndForNoPoints() {
        for (byte points = 0; points <= 1; points++) {
            byte[] codes = new byte[20];
            Arrays.fill(codes, points);
            ResponseTable table = ResponseTable.builder(
                            SCALE.curves().stream().map(ItemCurve::item).toList())
                    .add("p-1", codes)
                    .build();
            double theta = SCALE.abilities(table, AbilityMethod.WLE)
                    .get(0)
                    .value()
                    .orElseThrow()
                    .value();
            double score = 0;
            double information = 0;
            double bias = 0;
            for (ItemCurve curve : SCALE.curves()) {
                double a = curve.slope();
                double p = 1 / (1 + Math.exp(-a * theta - curve.intercepts().get(0)));
                score += a * (points - p);
                information += a * a * p * (1 - p);
                bias += a * a * a * p * (1 - p) * (1 - 2 * p);
            }
            assertThat(score + bias / (2 * information)).isCloseTo(0, within(1e-9));
            assertThat(Math.abs(theta)).isBetween(2.5, 6.0);
        }
    }

    @Test
    void withGuessingTheLikeliestOfSeveralRootsIsTaken() {
        List<ItemCurve> curves = new ArrayList<>();
        for (int item = 0; item < 30; item++) {
            curves.add(ItemCurve.builder()
                    .item("i" + item)
                    .model(ItemModel.THREE_PARAMETER)
                    .slope(1.3)
                    .addIntercepts(1.5 - 0.1 * item)
                    .lowerAsymptote(0.2)
                    .build());
        }
        AbilityScale scale = AbilityScale.of(curves, AbilityDistribution.STANDARD);
        ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, 300, 1);
        List<Measured<Ability>> map = scale.abilities(table, AbilityMethod.MAP);
        List<Measured<Ability>> eap = scale.abilities(table, AbilityMethod.EAP);
        List<Measured<Ability>> wle = scale.abilities(table, AbilityMethod.WLE);
        int reported = 0;
        for (int i = 0; i < 300; i++) {
            assertThat(map.get(i).value().orElseThrow().value())
                    .isCloseTo(eap.get(i).value().orElseThrow().value(), within(0.3));
            reported += wle.get(i).isReported() ? 1 : 0;
        }
        assertThat(reported).isGreaterThan(280);
    }

    @Test
    void aThousandItemsDoNotUnderflow() {
        List<ItemCurve> curves = IntStream.range(0, 2000)
                .mapToObj(i -> Tables.curve("i" + i, ItemModel.TWO_PARAMETER, 2, (i % 21 - 10) / 2.0))
                .toList();
        ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, 30, 1);
        AbilityScale scale =
                AbilityScale.of(curves, AbilityDistribution.STANDARD).withNodes(601, 6);
        List<Measured<Ability>> eap = scale.abilities(table, AbilityMethod.EAP);
        List<Measured<Ability>> map = scale.abilities(table, AbilityMethod.MAP);
        for (int i = 0; i < 30; i++) {
            assertThat(eap.get(i).value().orElseThrow().value())
                    .isCloseTo(map.get(i).value().orElseThrow().value(), within(0.02));
        }
        double value = ResponsePatterns.of(table)
                .at(new Responses.Places(
                        IntStream.range(0, 2000).toArray(),
                        IntStream.range(0, 2000).map(i -> 2).toArray(),
                        scale.nodes()))
                .run(
                        AbilityScale.chances(curves, scale.nodes(), 608),
                        AbilityDistribution.STANDARD.weights(scale.nodes(), 608),
                        new double[2000][2 * 608],
                        new double[608],
                        Runnable::run);
        assertThat(value).isBetween(-60_000.0, -10_000.0);
    }

    @Test
    void itemsThatAScaleDoesNotKnowAreIgnoredAndNoneAtAllIsRefused() {
        ResponseTable table = Tables.drawn(Tables.twoParameters(25, 4), AbilityDistribution.STANDARD, 10, 1);
        assertThat(SCALE.abilities(table, AbilityMethod.EAP)).hasSize(10).allMatch(Measured::isReported);
        ResponseTable others =
                ResponseTable.builder(List.of("x")).add("p-1", (byte) 1).build();
        assertThatThrownBy(() -> SCALE.abilities(others, AbilityMethod.EAP)).hasMessageContaining("none of the items");
        ResponseTable more =
                ResponseTable.builder(List.of("i1")).add("p-1", (byte) 2).build();
        assertThatThrownBy(() -> SCALE.abilities(more, AbilityMethod.MAP)).hasMessageContaining("up to 2 points");
        assertThatThrownBy(() -> SCALE.withNodes(3, 6)).hasMessageContaining("3 nodes");
        assertThatThrownBy(() -> SCALE.sumScores().get(21)).hasMessageContaining("score is 21");
        ResponseTable absent = ResponseTable.builder(List.of("i1"))
                .add("p-1", ResponseTable.codeOf(MissingReason.ABSENT))
                .build();
        assertThat(SCALE.empiricalReliability(absent)).hasToString("too few values: 0 students");
    }

    @Test
    void sharesOfScoresAndOfTheGridSumToOne() {
        assertThat(SCALE.sumScores().list().stream()
                        .mapToDouble(SumScores.Line::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(SCALE.grid().stream().mapToDouble(AbilityScale.Node::share).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(SCALE.scoreChances(0.3).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        double points = 0;
        for (int score = 0; score <= 20; score++) {
            points += score * SCALE.scoreChances(0.3).get(score);
        }
        assertThat(SCALE.expectedPoints(0.3)).isCloseTo(points, within(1e-12));
        assertThat(SCALE.distribution().mean()).isEqualTo(0.2);
    }

    @Test
    void theErrorGrowsWhereThereAreNoItems() {
        assertThat(SCALE.standardError(0).value().orElseThrow())
                .isLessThan(SCALE.standardError(5).value().orElseThrow());
        ItemCurve flat = Tables.curve("flat", ItemModel.TWO_PARAMETER, 0, 0.5);
        assertThat(AbilityScale.of(List.of(flat), AbilityDistribution.STANDARD).standardError(0))
                .hasToString("undefined: no information");
        assertThat(flat.difficulty()).hasToString("undefined: item flat has slope 0");
    }
}
