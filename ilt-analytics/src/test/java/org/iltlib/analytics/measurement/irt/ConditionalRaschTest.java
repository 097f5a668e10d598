package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;

class ConditionalRaschTest {
    // clogit(y ~ item + strata(id), method = "exact") of survival 3.5-3, students with 1 to 4 points, then centred
    @Test
    void lsat6EqualsConditionalLogisticRegression() {
        double[] d = {1.256128455951, -0.474906003431, -1.235984152287, -0.168410575813, 0.623172275580};
        double[] se = {0.10440986423, 0.06991690002, 0.06877860992, 0.07261884848, 0.08591568045};
        ConditionalRasch fit =
                ConditionalRasch.of(RaschCounts.of(Tables.lsat(6))).value().orElseThrow();
        assertThat(fit.logLikelihood()).isCloseTo(-1091.5696899807, within(1e-6));
        assertThat(fit.gradientNorm()).isLessThanOrEqualTo(1e-7);
        for (int item = 0; item < 5; item++) {
            assertThat(fit.curves().get(item).intercepts().get(0)).isCloseTo(d[item], within(1e-6));
            assertThat(fit.standardError(item, 1)).isCloseTo(se[item], within(1e-6));
        }
        assertThatThrownBy(() -> fit.standardError(5, 1)).hasMessageContaining("item 5");
    }

    // no ability is drawn from a normal distribution here, so the marginal model has no claim to be right
    @Test
    void difficultiesDoNotDependOnHowAbilitySpreads() {
        List<ItemCurve> curves = IntStream.range(0, 10)
                .mapToObj(i -> Tables.curve("i" + i, ItemModel.RASCH, 1, -1.8 + 0.4 * i))
                .toList();
        ResponseTable low = Tables.drawn(curves, new AbilityDistribution(-2, 0.3), 3000, 1);
        ResponseTable high = Tables.drawn(curves, new AbilityDistribution(2, 0.3), 3000, 2);
        ConditionalRasch fit = ConditionalRasch.of(RaschCounts.of(low).plus(RaschCounts.of(high)))
                .value()
                .orElseThrow();
        for (int item = 0; item < 10; item++) {
            assertThat(fit.curves().get(item).intercepts().get(0))
                    .isCloseTo(curves.get(item).intercepts().get(0), within(4 * fit.standardError(item, 1)));
        }
    }

    @Test
    void stepsOfSeveralPointsAreRecovered() {
        List<ItemCurve> curves = List.of(
                Tables.curve("a", ItemModel.RASCH, 1, 1, 0.5, -1),
                Tables.curve("b", ItemModel.RASCH, 1, 0.5, 0),
                Tables.curve("c", ItemModel.RASCH, 1, 0.2),
                Tables.curve("d", ItemModel.RASCH, 1, -0.5, 0.3));
        ResponseTable table = Tables.drawn(curves, new AbilityDistribution(0, 1.5), 8000, 5);
        ConditionalRasch conditional =
                ConditionalRasch.of(RaschCounts.of(table)).value().orElseThrow();
        IrtFit marginal = IrtModel.rasch().of(table).value().orElseThrow();
        double move = conditional.curves().get(0).intercepts().get(0)
                - marginal.curves().get(0).intercepts().get(0);
        for (int item = 0; item < 4; item++) {
            for (int k = 1; k <= curves.get(item).maximum(); k++) {
                assertThat(conditional.curves().get(item).intercepts().get(k - 1) - k * move)
                        .isCloseTo(marginal.curves().get(item).intercepts().get(k - 1), within(0.05));
            }
        }
        double mean = conditional.curves().stream()
                .mapToDouble(curve -> curve.difficulty().value().orElseThrow())
                .sum();
        assertThat(mean).isCloseTo(0, within(1e-9));
    }

    @Test
    void studentsWithDifferentItemsCount() {
        List<ItemCurve> curves = IntStream.range(0, 9)
                .mapToObj(i -> Tables.curve("i" + i, ItemModel.RASCH, 1, 1.6 - 0.4 * i))
                .toList();
        ResponseTable full = Tables.drawn(curves, AbilityDistribution.STANDARD, 4000, 3);
        byte[][] columns = IntStream.range(0, 9).mapToObj(full::codes).toArray(byte[][]::new);
        for (int i = 0; i < 4000; i++) {
            for (int item = 0; item < 3; item++) {
                columns[3 * (i % 2) + (i % 2 == 0 ? 6 : 0) - (i % 2) * 3 + item][i] =
                        ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED);
            }
        }
        ResponseTable forms = ResponseTable.of(
                IntStream.range(0, 4000).mapToObj(i -> "p-" + i).toList(), full.itemNames(), columns);
        RaschCounts counts = RaschCounts.of(forms);
        assertThat(counts.booklets()).isEqualTo(2);
        ConditionalRasch fit = ConditionalRasch.of(counts).value().orElseThrow();
        for (int item = 0; item < 9; item++) {
            assertThat(fit.curves().get(item).intercepts().get(0))
                    .isCloseTo(1.6 - 0.4 * item, within(4 * fit.standardError(item, 1)));
        }
    }

    @Test
    void whatCannotBeFittedIsMissing() {
        ResponseTable table = Tables.lsat(6);
        assertThat(ConditionalRasch.of(RaschCounts.of(table.select(row -> row < 5))))
                .asString()
                .contains("5 students");
        assertThat(ConditionalRasch.of(RaschCounts.of(table.select(row -> table.score(row, 0) == 1))))
                .asString()
                .contains("item i1: all gave the same answer");
        // every student who fails a passes b and the other way round never happens: b runs away
        byte[][] columns = new byte[2][40];
        for (int i = 0; i < 40; i++) {
            columns[0][i] = (byte) (i < 30 ? 1 : 0);
            columns[1][i] = (byte) (i < 15 ? 1 : 0);
        }
        ResponseTable nested =
                ResponseTable.of(IntStream.range(0, 40).mapToObj(i -> "p-" + i).toList(), List.of("a", "b"), columns);
        assertThat(ConditionalRasch.of(RaschCounts.of(nested))).asString().contains("no convergence");
    }
}
