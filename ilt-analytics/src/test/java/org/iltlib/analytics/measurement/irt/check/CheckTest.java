package org.iltlib.analytics.measurement.irt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.measurement.irt.AbilityDistribution;
import org.iltlib.analytics.measurement.irt.AbilityScale;
import org.iltlib.analytics.measurement.irt.IrtModel;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.analytics.measurement.irt.ItemModel;
import org.iltlib.analytics.measurement.irt.Tables;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;

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

    // infit and outfit with z at optimize()'s maximum of the weighted likelihood
    @Test
    void meanSquaresEqualTheirFormulas() {
        double[][] expected = {
            {0.791568589, -4.693528541, 0.592528629, -5.848932373},
            {0.774884246, -7.862224631, 0.657880211, -7.751357203},
            {0.582837145, -11.350037464, 0.363924207, -6.941601800},
            {0.852662907, -6.432798646, 0.786845117, -7.371284998},
            {0.848227176, -3.068861334, 0.702476701, -4.491939691}
        };
        for (int item = 0; item < 5; item++) {
            MeanSquareFit.Line line =
                    MeanSquareFit.of(lsat7(), Tables.lsat(7)).get(item).value().orElseThrow();
            assertThat(line.infit().value()).isCloseTo(expected[item][0], within(1e-6));
            assertThat(line.infit().standardised()).isCloseTo(expected[item][1], within(1e-5));
            assertThat(line.outfit().value()).isCloseTo(expected[item][2], within(1e-6));
            assertThat(line.outfit().standardised()).isCloseTo(expected[item][3], within(1e-5));
        }
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
