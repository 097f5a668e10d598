package org.iltlib.analytics.measurement.irt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.measurement.irt.AbilityDistribution;
import org.iltlib.analytics.measurement.irt.AbilityScale;
import org.iltlib.analytics.measurement.irt.IrtModel;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.analytics.measurement.irt.ItemModel;
import org.iltlib.analytics.measurement.irt.Tables;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At mirt's parameters of LSAT7, against formulas written anew in R over all 32 patterns. */
class CheckTest {
    private static AbilityScale lsat7() {
        double[] a = {0.9875459030037422, 1.0808371434020676, 1.7074776619294367, 0.764989880151454, 0.7356727253948072
        };
        double[] d = {1.855855645012661, 0.8079695930933071, 1.8052062027391298, 0.48599979741444005, 1.854457591468051
        };
        return AbilityScale.of(
                IntStream.range(0, 5)
                        .mapToObj(j -> Tables.curve("i" + (j + 1), ItemModel.TWO_PARAMETER, a[j], d[j]))
                        .toList(),
                AbilityDistribution.STANDARD);
    }

    // E by summing all patterns of a score, then sum((O - E)^2 / E) over both cells of scores 1 to 4
    // degrees
    @Test
    void whatScoresSayOfItemsEqualsAllPatternsSummed() {
        double[] statistic = {4.7505402262, 14.4534527226, 1.27265994526, 5.23648236257, 0.940941991949};
        List<SumScoreFit.Line> lines = SumScoreFit.of(lsat7(), Tables.lsat(7));
        for (int item = 0; item < 5; item++) {
            ChiSquare test = lines.get(item).test().value().orElseThrow();
            assertThat(test.statistic()).isCloseTo(statistic[item], within(1e-6));
            assertThat(test.degrees()).isEqualTo(2);
        }
        // pchisq(4.7505402262, 2, lower.tail = FALSE)
        assertThat(lines.get(0).test().value().orElseThrow().probability())
                .isCloseTo(Math.exp(-4.7505402262 / 2), within(1e-8));
    }

    @Test
    void scoresWithFewStudentsAreJoinedAndTooFewAreMissing() {
        ResponseTable table = Tables.lsat(7);
        ResponseTable few = table.select(row -> row % 40 == 0);
        SumScoreFit.of(lsat7(), few)
                .forEach(line -> assertThat(
                                line.test().value().map(ChiSquare::degrees).orElse(1))
                        .isBetween(1, 2));
        assertThat(SumScoreFit.of(lsat7(), table.select(row -> row < 3)).get(0).test())
                .hasToString("too few values: too few scores with enough students");
    }

    /** By brute force over all answers of the other items: the chance of an item given them, on the scale's own grid. */
    @Test
    void meanSquaresCompareEachResponseWithWhatTheOthersLeaveExpected() {
        AbilityScale scale = lsat7();
        ResponseTable table = Tables.lsat(7);
        for (int item = 0; item < 5; item++) {
            double squares = 0;
            double variances = 0;
            double outfit = 0;
            for (int row = 0; row < 1000; row++) {
                double whole = 0;
                double right = 0;
                for (AbilityScale.Node node : scale.grid()) {
                    double others = node.share();
                    for (int j = 0; j < 5; j++) {
                        others *=
                                j == item ? 1 : scale.curves().get(j).probability(table.score(row, j), node.ability());
                    }
                    whole += others;
                    right += others * scale.curves().get(item).probability(1, node.ability());
                }
                double p = right / whole;
                double rest = table.score(row, item) - p;
                squares += rest * rest;
                variances += p * (1 - p);
                outfit += rest * rest / (p * (1 - p)) / 1000;
            }
            MeanSquareFit.Line line =
                    MeanSquareFit.of(scale, table).get(item).value().orElseThrow();
            assertThat(line.infit().value()).isCloseTo(squares / variances, within(1e-10));
            assertThat(line.outfit().value()).isCloseTo(outfit, within(1e-10));
            assertThat(line.infit().value()).isCloseTo(1, within(0.05));
        }
    }

    /** 8 tables of items that fit, short and long: about one in twenty is beyond 1.96, and the mean squares are one. */
    @ParameterizedTest
    @ValueSource(ints = {12, 30})
    void itemsThatFitAreSeldomRejected(int items) {
        List<ItemCurve> curves = IntStream.range(0, items)
                .mapToObj(j -> Tables.curve("i" + j, ItemModel.RASCH, 1, 1.5 - 3.0 * j / (items - 1)))
                .toList();
        double infit = 0;
        int rejected = 0;
        int tables = 96 / items;
        for (int seed = 1; seed <= tables; seed++) {
            ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, 2000, seed);
            AbilityScale scale =
                    IrtModel.rasch().of(table).value().orElseThrow().scale();
            for (Measured<MeanSquareFit.Line> line : MeanSquareFit.of(scale, table)) {
                infit += line.value().orElseThrow().infit().value();
                rejected += Math.abs(line.value().orElseThrow().infit().standardised()) > 1.96 ? 1 : 0;
                rejected += Math.abs(line.value().orElseThrow().outfit().standardised()) > 1.96 ? 1 : 0;
            }
        }
        assertThat(infit / (tables * items)).isCloseTo(1, within(0.005));
        assertThat(rejected / (2.0 * tables * items)).isBetween(0.005, 0.12);
    }

    /** An item answered by chance is noisier than the model; its neighbours are not. */
    @Test
    void anItemOfMereGuessingIsFound() {
        List<ItemCurve> curves = IntStream.range(0, 12)
                .mapToObj(j -> Tables.curve("i" + j, ItemModel.TWO_PARAMETER, j == 6 ? 0.01 : 1, 1 - 2.0 * j / 11))
                .toList();
        ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, 2000, 4);
        AbilityScale scale = IrtModel.rasch().of(table).value().orElseThrow().scale();
        List<Measured<MeanSquareFit.Line>> lines = MeanSquareFit.of(scale, table);
        assertThat(lines.get(6).value().orElseThrow().infit().standardised()).isGreaterThan(4);
        assertThat(lines.get(3).value().orElseThrow().infit().standardised()).isLessThan(1.96);
    }

    /** R: {@code pchisq(200, 2, lower.tail = FALSE)} is exp(−100). */
    @Test
    void aChanceFarOutIsSmallAndNotZero() {
        assertThat(ChiSquare.of(200, 2).probability()).isCloseTo(Math.exp(-100), withinPercentage(1e-8));
    }

    // cor() of the residuals; Pearson's X-squared of items 1 and 2
    @Test
    void localDependenceEqualsItsFormulas() {
        LocalDependence found = LocalDependence.of(lsat7(), Tables.lsat(7));
        assertThat(found.list()).hasSize(10);
        LocalDependence.Pair first = found.list().get(0);
        assertThat(first.items()).isEqualTo(new LocalDependence.Items("i1", "i2"));
        assertThat(first.residualCorrelation().value().orElseThrow()).isCloseTo(-0.2374459439, within(1e-6));
        assertThat(first.test().value().orElseThrow().statistic()).isCloseTo(0.451011310218, within(1e-6));
        assertThat(found.list().get(8).residualCorrelation().value().orElseThrow())
                .isCloseTo(-0.2157785134, within(1e-6));
    }

    @Test
    void anItemAskedTwiceIsFound() {
        List<ItemCurve> curves = Tables.twoParameters(15, 3);
        ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, 1500, 2);
        byte[][] columns = IntStream.range(0, 15).mapToObj(table::codes).toArray(byte[][]::new);
        for (int i = 0; i < 1500; i++) {
            if (i % 3 != 0) {
                columns[8][i] = columns[7][i];
            }
        }
        ResponseTable copied = ResponseTable.of(
                IntStream.range(0, 1500).mapToObj(i -> "p-" + i).toList(), table.itemNames(), columns);
        AbilityScale scale = IrtModel.rasch().of(copied).value().orElseThrow().scale();
        LocalDependence.Pair worst = LocalDependence.of(scale, copied).list().stream()
                .max((one, other) -> Double.compare(
                        one.residualCorrelation().orElse(0.0),
                        other.residualCorrelation().orElse(0.0)))
                .orElseThrow();
        assertThat(worst.items()).isEqualTo(new LocalDependence.Items("i8", "i9"));
        assertThat(worst.test().value().orElseThrow().probability()).isLessThan(1e-6);
    }

    /** If the model holds, S-X² is roughly chi-squared: over 20 tables of 10 items its mean is that of its degrees. */
    @Test
    void ifTheModelHoldsFewItemsFail() {
        List<ItemCurve> curves = new ArrayList<>(Tables.twoParameters(7, 5));
        curves.add(Tables.curve("g", ItemModel.GENERALIZED_PARTIAL_CREDIT, 1, 0.5, 0.3, -0.5));
        AbilityScale truth = AbilityScale.of(curves, AbilityDistribution.STANDARD);
        double sum = 0;
        double degrees = 0;
        for (int seed = 1; seed <= 20; seed++) {
            ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, 1000, seed);
            for (SumScoreFit.Line line : SumScoreFit.of(truth, table)) {
                ChiSquare test = line.test().value().orElseThrow();
                sum += test.statistic();
                // nothing was estimated here, so the parameters are not to be taken off
                degrees += test.degrees() + (line.item().equals("g") ? 4 : 2);
            }
        }
        assertThat(sum / degrees).isCloseTo(1, within(0.1));
    }
}
