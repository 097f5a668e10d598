package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

class InternalConsistencyTest {

    static ResponseTable table(int[][] rows) {
        List<String> items =
                IntStream.rangeClosed(1, rows[0].length).mapToObj(i -> "q" + i).toList();
        ResponseTable.Builder builder = ResponseTable.builder(items);
        for (int i = 0; i < rows.length; i++) {
            byte[] codes = new byte[rows[i].length];
            for (int j = 0; j < codes.length; j++) {
                codes[j] = rows[i][j] < 0 ? ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED) : (byte) rows[i][j];
            }
            builder.add("s-" + i, codes);
        }
        return builder.build();
    }

    private static ResponseTable attitude() {
        return table(((Node.Items)
                        SharedItems.expected("alpha_attitude").find("x").orElseThrow())
                .values().stream()
                        .map(row -> ((Node.Items) row)
                                .values().stream()
                                        .mapToInt(cell -> (int) SharedItems.number(cell))
                                        .toArray())
                        .toArray(int[][]::new));
    }

    private static double of(Measured<Double> measured) {
        return measured.value().orElseThrow();
    }

    /** R: {@code psych::alpha(attitude)} and {@code lavaan::cfa(std.lv = TRUE)}, as in the shared file. */
    @Test
    void thirtyDepartmentsRatedOnSevenItemsAgreeWithR() {
        Node.Fields expected = SharedItems.expected("alpha_attitude");
        ItemMoments moments = ItemMoments.of(attitude());
        ConsistencyReport report = InternalConsistency.withDefaults().of(moments);
        assertThat(report.reliability().alpha().value().orElseThrow().value())
                .isCloseTo(SharedItems.number(expected, "raw_alpha"), within(1e-13));
        assertThat(of(report.standardisedAlpha())).isCloseTo(SharedItems.number(expected, "std_alpha"), within(1e-13));
        assertThat(of(report.lambda6())).isCloseTo(SharedItems.number(expected, "G6"), within(1e-12));
        assertThat(of(report.averageCorrelation())).isCloseTo(SharedItems.number(expected, "avg_r"), within(1e-13));
        assertThat(of(report.alphaStandardError())).isCloseTo(SharedItems.number(expected, "ase"), within(1e-13));
        // lavaan stops a little early; factanal(attitude, 1, control = list(opt = list(factr = 1e-3))) goes on
        assertThat(of(report.omegaTotal())).isCloseTo(0.8563267793034856, within(2e-8));
        assertThat(of(report.omegaTotal())).isCloseTo(0.8563267929932402, within(1e-9));
        double[] dropped = SharedItems.numbers(expected, "alpha_drop");
        double[] rest = SharedItems.numbers(expected, "r_drop");
        for (int item = 0; item < 7; item++) {
            assertThat(of(moments.alphaWithout(item))).isCloseTo(dropped[item], within(1e-13));
            assertThat(of(moments.itemRestCorrelation(item))).isCloseTo(rest[item], within(1e-13));
        }
        assertThat(report.kr20()).isInstanceOf(Measured.Missing.class);
        assertThat(report.kr21()).isInstanceOf(Measured.Missing.class);
    }

    /**
     * R: {@code C <- cov(attitude); r <- sum(C[o, e]) / sqrt(sum(C[o, o]) * sum(C[e, e])); 2 * r / (1 + r)} with odd and
     * even items; {@code apply(combn(7, 3), 2, function(i) 4 * sum(C[i, -i]) / sum(C))}.
     */
    @Test
    void allThirtyFiveSplitsOfSevenItemsAreLookedAt() {
        SplitHalf split = SplitHalf.of(ItemMoments.of(attitude()), 1);
        assertThat(split.splits()).isEqualTo(35);
        assertThat(of(split.oddEven())).isCloseTo(0.922534166370668, within(1e-12));
        SplitHalf.Spread spread = split.spread().value().orElseThrow();
        assertThat(spread.lowest()).isCloseTo(0.6412312036165159, within(1e-12));
        assertThat(spread.mean()).isCloseTo(0.8259357742675199, within(1e-12));
        assertThat(spread.highest()).isCloseTo(0.9055352049179762, within(1e-12));
    }

    /** R: {@code psych::alpha(ltm::LSAT)} and the formulas of KR-20 and KR-21, as in the shared file. */
    @Test
    void theLawSchoolTestAgreesWithR() {
        Node.Fields expected = SharedItems.expected("lsat6_ctt");
        ItemMoments moments = ItemMoments.of(SharedItems.lsat6());
        ConsistencyReport report = InternalConsistency.withDefaults().of(SharedItems.lsat6());
        assertThat(of(report.kr20())).isCloseTo(SharedItems.number(expected, "KR20_var_n1"), within(1e-13));
        assertThat(of(report.kr21())).isCloseTo(SharedItems.number(expected, "KR21"), within(1e-13));
        double[] raw = SharedItems.numbers(expected, "r_raw");
        for (int item = 0; item < 5; item++) {
            assertThat(of(moments.itemTotalCorrelation(item))).isCloseTo(raw[item], within(1e-13));
        }
    }

    /**
     * The certificate examination: alpha .7801, SEM 2.1526; R: {@code psych::alpha(ecpe)} and {@code lavaan::cfa(model,
     * std.lv = TRUE)}.
     */
    @Test
    void theCertificateExaminationAgreesWithR() {
        ConsistencyReport report = InternalConsistency.withDefaults().of(SharedItems.ecpe());
        assertThat(report.students()).isEqualTo(2922);
        assertThat(of(report.mean())).isCloseTo(20.008555783709788, within(1e-12));
        assertThat(of(report.standardDeviation())).isCloseTo(4.590554362472193, within(1e-12));
        assertThat(of(report.kr20())).isCloseTo(0.780124143378899, within(1e-12));
        assertThat(of(report.reliability().standardErrorOfMeasurement())).isCloseTo(2.152553265572784, within(1e-12));
        assertThat(of(report.omegaTotal())).isCloseTo(0.7829361155013338, within(1e-6));
        assertThat(report.splitHalf().splits()).isEqualTo(SplitHalf.MOST_SPLITS);
        SplitHalf.Spread spread = report.splitHalf().spread().value().orElseThrow();
        assertThat(spread.mean()).isCloseTo(0.7801, within(0.001));
        assertThat(spread.highest()).isGreaterThan(spread.mean());
        assertThat(InternalConsistency.withDefaults().of(SharedItems.ecpe()).splitHalf())
                .isEqualTo(report.splitHalf());
        assertThat(InternalConsistency.withDefaults()
                        .withSeed(2)
                        .of(SharedItems.ecpe())
                        .splitHalf())
                .isNotEqualTo(report.splitHalf());
    }

    /** R: complete cases of the file; scoring the items that 354 students never saw as wrong would give .8562. */
    @Test
    void anItemThatWasNotAdministeredIsNotWrong() {
        ConsistencyReport report = InternalConsistency.withDefaults().of(SharedItems.timss());
        assertThat(report.students()).isEqualTo(344);
        assertThat(report.incomplete()).isEqualTo(354);
        assertThat(of(report.mean())).isCloseTo(12.133720930232558, within(1e-12));
        assertThat(of(report.standardDeviation())).isCloseTo(4.974526608360498, within(1e-12));
        assertThat(of(report.kr20())).isCloseTo(0.827067964235238, within(1e-12));
        assertThat(of(report.reliability().standardErrorOfMeasurement())).isCloseTo(2.068661754343585, within(1e-12));
    }

    @Test
    void sixtyThousandTimesFortyAgreesWithThePlainSum() {
        byte[][] columns = new byte[40][60_000];
        long state = 1;
        for (byte[] column : columns) {
            for (int row = 0; row < column.length; row++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                column[row] = (byte) ((state >>> 60) % (row % 3 + 2));
            }
        }
        ResponseTable table = ResponseTable.of(
                IntStream.range(0, 60_000).mapToObj(i -> "s-" + i).toList(),
                IntStream.range(0, 40).mapToObj(i -> "q" + i).toList(),
                columns);
        ItemMoments moments = ItemMoments.of(table);
        for (int[] pair : new int[][] {{0, 0}, {3, 17}, {39, 2}}) {
            long sum = 0;
            for (int row = 0; row < 60_000; row++) {
                sum += (long) columns[pair[0]][row] * columns[pair[1]][row];
            }
            assertThat(moments.product(pair[0], pair[1])).isEqualTo(sum);
        }
        assertThat(moments).hasToString("60000 students, 40 items");
    }

    @Test
    void whatCannotBeHadIsMissingWithItsReason() {
        ConsistencyReport nobody = InternalConsistency.withDefaults().of(ItemMoments.none(List.of("a", "b")));
        assertThat(nobody.mean())
                .isEqualTo(Measured.missing(MissingReason.NO_STUDENTS, "nobody has points on every item"));
        assertThat(nobody.omegaTotal()).isInstanceOf(Measured.Missing.class);
        assertThat(nobody.standardDeviation()).isInstanceOf(Measured.Missing.class);
        assertThat(nobody.splitHalf().splits()).isZero();
        ConsistencyReport flat = InternalConsistency.withDefaults().of(table(new int[][] {{1, 1, 0}, {1, 1, 0}}));
        assertThat(flat.averageCorrelation())
                .isEqualTo(Measured.missing(MissingReason.UNDEFINED, "an item does not vary"));
        assertThat(flat.lambda6().isReported()).isFalse();
        assertThat(flat.splitHalf().spread().isReported()).isFalse();
        assertThat(flat.kr21().isReported()).isFalse();
        ConsistencyReport twice = InternalConsistency.withDefaults().of(table(new int[][] {
            {1, 1, 0}, {0, 0, 1}, {1, 1, 1}, {0, 0, 0}, {0, 0, 1}
        }));
        assertThat(twice.lambda6())
                .isEqualTo(Measured.missing(
                        MissingReason.TOO_FEW, "more students than items are needed, and no item twice"));
        assertThat(twice.omegaTotal())
                .isEqualTo(Measured.missing(MissingReason.UNDEFINED, "one common factor does not fit these items"));
        ItemMoments pair = ItemMoments.of(table(new int[][] {{1, 0}, {0, 1}, {1, 1}}));
        assertThat(pair.alphaWithout(0).isReported()).isFalse();
        assertThat(InternalConsistency.withDefaults().of(pair).omegaTotal().isReported())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pair.merge(ItemMoments.none(List.of("x"))))
                .withMessageContaining("different forms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemMoments.none(pair.itemNames()).without(pair))
                .withMessageContaining("at most the 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InternalConsistency.withDefaults().withLevel(2))
                .withMessageContaining("0.95");
    }

    /** Lord: √(x(k − x)/(k − 1)); its mean square over students is s²(1 − KR-21), and Keats's is s²(1 − α). */
    @Test
    void theConditionalErrorAveragesToThatOfTheWhole() {
        ResponseTable table = SharedItems.ecpe();
        ConsistencyReport report = InternalConsistency.withDefaults().of(table);
        ScoreHistogram scores = ScoreHistogram.of(table, 28);
        ConditionalError lord = ConditionalError.lord(28);
        ConditionalError keats = ConditionalError.keats(report).value().orElseThrow();
        assertThat(lord.at(14)).isCloseTo(Math.sqrt(14 * 14 / 27.0), within(1e-14));
        assertThat(lord.at(28)).isZero();
        double variance = Math.pow(of(report.standardDeviation()), 2);
        double squares = scores.mean(t -> keats.at(t) * keats.at(t)).orElse(0.0);
        Estimate alpha = report.reliability().alpha().value().orElseThrow();
        assertThat(squares).isCloseTo(variance * (1 - alpha.value()), within(0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> lord.at(29)).withMessageContaining("0 to 28");
        assertThatIllegalArgumentException().isThrownBy(() -> ConditionalError.lord(1));
    }
}
