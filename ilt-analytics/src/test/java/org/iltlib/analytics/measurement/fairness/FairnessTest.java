package org.iltlib.analytics.measurement.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.iltlib.analytics.measurement.SharedItems;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.response.ResponseImport;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

class FairnessTest {

    private static List<Node> items(String name) {
        return ((Node.Items) SharedItems.expected(name).find("items").orElseThrow()).values();
    }

    private static List<ItemFairness> study(FairnessStudy study) {
        ResponseImport read = SharedItems.dif();
        return study.of(read.table(), read.getGroups("group"));
    }

    /** R: {@code mantelhaen.test} by total score with the item in it, as in the shared file. */
    @Test
    void mantelHaenszelAgreesWithROnEveryItem() {
        List<ItemFairness> found = study(FairnessStudy.between("0", "1"));
        List<Node> expected = items("mh_dif");
        for (int i = 0; i < 12; i++) {
            Node.Fields item = (Node.Fields) expected.get(i);
            MantelHaenszelResult result = found.get(i).mantelHaenszel().value().orElseThrow();
            Percentage close = Percentage.withPercentage(1e-9);
            assertThat(result.oddsRatio()).isCloseTo(SharedItems.number(item, "alphaMH"), close);
            assertThat(result.chiSquare()).isCloseTo(SharedItems.number(item, "chi2"), within(1e-11));
            assertThat(result.pValue()).isCloseTo(SharedItems.number(item, "p"), Percentage.withPercentage(1e-7));
            assertThat(result.delta().value()).isCloseTo(SharedItems.number(item, "deltaMH"), within(1e-12));
            assertThat(result.delta().standardError().orElseThrow())
                    .isCloseTo(SharedItems.number(item, "se_delta"), within(1e-12));
            assertThat(result.dif().name())
                    .isEqualTo(((Node.Text) item.find("ets").orElseThrow()).value());
        }
        assertThat(found.get(3).mantelHaenszel().value().orElseThrow())
                .hasToString("C, large, against the focal group: delta -1.56");
        assertThat(found.get(8).dif()).isEqualTo(Measured.of(DifClass.A));
        assertThat(found.get(3).reference() + found.get(3).focal()).isEqualTo(1200);
    }

    /** R: weights of the focal group at each total; {@code p.adjust(p, "BH")}. */
    @Test
    void standardisationAndAdjustmentAgreeWithR() {
        List<ItemFairness> found = study(FairnessStudy.between("0", "1"));
        assertThat(found.get(3).mantelHaenszel().value().orElseThrow().standardisedDifference())
                .isCloseTo(-0.12374901589804196, within(1e-13));
        assertThat(found.get(8).mantelHaenszel().value().orElseThrow().standardisedDifference())
                .isCloseTo(0.06323401373243437, within(1e-13));
        assertThat(found.get(3).adjustedPValue().orElse(9.0)).isCloseTo(0.0000203153053909976, within(1e-14));
        assertThat(found.get(8).adjustedPValue().orElse(9.0)).isCloseTo(0.03485256768188255, within(1e-12));
    }

    /** R: {@code glm(family = binomial)} on total, group and both, as in the shared file. */
    @Test
    void logisticRegressionAgreesWithROnEveryItem() {
        List<ItemFairness> found = study(FairnessStudy.between("0", "1"));
        List<Node> expected = items("logistic_dif");
        for (int i = 0; i < 12; i++) {
            Node.Fields item = (Node.Fields) expected.get(i);
            LogisticResult result = found.get(i).logistic().value().orElseThrow();
            assertThat(result.uniform()).isCloseTo(SharedItems.number(item, "lr_uniform"), within(1e-8));
            assertThat(result.nonUniform()).isCloseTo(SharedItems.number(item, "lr_nonuniform"), within(1e-8));
            assertThat(result.both()).isCloseTo(SharedItems.number(item, "lr_both"), within(1e-8));
            assertThat(result.groupEffect()).isCloseTo(SharedItems.number(item, "b_group"), within(1e-8));
            double[] explained = SharedItems.numbers(item, "nagelkerke");
            assertThat(result.explainedByTotal()).isCloseTo(explained[0], within(1e-10));
            assertThat(result.gainOfGroup()).isCloseTo(explained[1] - explained[0], within(1e-10));
            assertThat(result.gain()).isCloseTo(explained[2] - explained[0], within(1e-10));
            assertThat(result.dif()).isEqualTo(DifClass.A);
        }
        assertThat(found.get(3).logistic().value().orElseThrow().uniformPValue())
                .isLessThan(1e-5);
        assertThat(found.get(3).logistic().value().orElseThrow().nonUniformPValue())
                .isGreaterThan(0.5);
    }

    /** R: {@code mantelhaen.test(correct = FALSE)$statistic} and Σ f r / n · var(y) within totals. */
    @Test
    void mantelAgreesWithMantelHaenszelWithoutCorrectionOnRightAndWrong() {
        MantelResult result =
                study(FairnessStudy.between("0", "1")).get(3).mantel().value().orElseThrow();
        assertThat(result.chiSquare()).isCloseTo(23.57195968757475, within(1e-12));
        assertThat(result.difference().value()).isCloseTo(-0.123749015898042, within(1e-13));
        assertThat(result.difference().standardError().orElseThrow()).isCloseTo(0.02548077783591046, within(1e-13));
        assertThat(result.effect()).isCloseTo(-0.2480936334662839, within(1e-12));
        assertThat(result.dif()).isEqualTo(DifClass.B);
    }

    /** R: the same formulas on the sum of items 1 and 4, which earns up to two points. */
    @Test
    void anItemOfTwoPointsAgreesWithR() {
        ResponseImport read = SharedItems.dif();
        ResponseTable table = read.table();
        byte[][] columns = new byte[11][table.students()];
        List<String> names = IntStream.range(0, 11).mapToObj(i -> "t" + i).toList();
        for (int row = 0; row < table.students(); row++) {
            columns[0][row] = (byte) (table.score(row, 0) + table.score(row, 3));
            int[] others = {1, 2, 4, 5, 6, 7, 8, 9, 10, 11};
            for (int i = 0; i < 10; i++) {
                columns[i + 1][row] = (byte) table.score(row, others[i]);
            }
        }
        ResponseTable joined = ResponseTable.of(
                IntStream.range(0, table.students()).mapToObj(table::student).toList(), names, columns);
        ItemFairness both = FairnessStudy.between("0", "1")
                .of(joined, read.getGroups("group"))
                .get(0);
        MantelResult result = both.mantel().value().orElseThrow();
        assertThat(result.chiSquare()).isCloseTo(7.49392783166328, within(1e-12));
        assertThat(result.pValue()).isCloseTo(0.006190737815481206, within(1e-12));
        assertThat(result.difference().value()).isCloseTo(-0.08431687296862538, within(1e-13));
        assertThat(result.difference().standardError().orElseThrow()).isCloseTo(0.03350263332204821, within(1e-13));
        assertThat(result.effect()).isCloseTo(-0.11913686919644947, within(1e-12));
        assertThat(both.mantelHaenszel()).isInstanceOf(Measured.Missing.class);
        assertThat(both.logistic()).isInstanceOf(Measured.Missing.class);
        assertThat(both.dif()).isEqualTo(Measured.of(DifClass.A));
        assertThat(both.adjustedPValue().isReported()).isTrue();
    }

    /** R: {@code mantelhaen.test} by the total without item 4, each item in its own total. */
    @Test
    void purificationTakesTheFlaggedItemOutOfTheTotalOfTheOthers() {
        List<ItemFairness> found = study(FairnessStudy.between("0", "1").withPurification());
        assertThat(found.get(3).isMatching()).isFalse();
        assertThat(found.get(8).isMatching()).isTrue();
        assertThat(found.get(3).mantelHaenszel().value().orElseThrow().oddsRatio())
                .isCloseTo(1.9434794789985532, within(1e-12));
        assertThat(found.get(8).mantelHaenszel().value().orElseThrow().oddsRatio())
                .isCloseTo(0.7056441976149556, within(1e-12));
        assertThat(found.get(0).mantelHaenszel().value().orElseThrow().oddsRatio())
                .isCloseTo(0.8243692023229324, within(1e-12));
    }

    @Test
    void smallGroupsGetNoClass() {
        ItemFairness item =
                study(FairnessStudy.between("0", "1").withSmallestGroup(601)).get(0);
        assertThat(item.dif()).isEqualTo(Measured.missing(MissingReason.TOO_FEW, "fewer than 601 students in a group"));
        assertThat(item.adjustedPValue().isReported()).isFalse();
        assertThat(item.logistic().isReported()).isFalse();
    }

    private static DifCounts partOf(ResponseImport read, int part, Set<String> matching) {
        LabelColumn groups = read.getGroups("group");
        List<String> labels = IntStream.range(0, groups.size())
                .filter(row -> row % 7 % 3 == part)
                .mapToObj(row -> groups.find(row).orElse(""))
                .toList();
        return DifCounts.of(
                read.table().select(row -> row % 7 % 3 == part),
                LabelColumn.of("group", labels),
                "0",
                "1",
                "i4",
                matching);
    }

    @Test
    void countsOfPartsMergeToThoseOfTheWhole() {
        ResponseImport read = SharedItems.dif();
        ResponseTable table = read.table();
        Set<String> all = new LinkedHashSet<>(table.itemNames());
        DifCounts whole = DifCounts.of(table, read.getGroups("group"), "0", "1", "i4", all);
        DifCounts merged = partOf(read, 2, all).merge(partOf(read, 0, all)).merge(partOf(read, 1, all));
        assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole).asString().startsWith("i4: ").endsWith(" focal");
    }

    @Test
    void whatCannotBeComparedIsMissingOrRefused() {
        DifCounts apart = DifCounts.of("q", new long[][][] {{{3, 0}, {0, 0}}, {{0, 0}, {1, 2}}});
        assertThat(MantelHaenszel.of(apart).toString()).contains("no total has students of both groups");
        assertThat(MantelScore.of(apart).toString()).contains("no total has students of both groups");
        DifCounts alike = DifCounts.of("q", new long[][][] {{{3, 0}, {4, 0}}, {{0, 5}, {0, 2}}});
        assertThat(MantelHaenszel.of(alike).toString()).contains("no odds");
        assertThat(MantelScore.of(alike).toString()).contains("never differ");
        assertThat(LogisticDif.of(alike).toString()).contains("no maximum");
        DifCounts alone = DifCounts.of("q", new long[][][] {{{3, 1}, {0, 0}}});
        assertThat(LogisticDif.of(alone).toString()).contains("a group has nobody");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessStudy.between("a", "a"))
                .withMessageContaining("Expected two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study(FairnessStudy.between("0", "2")))
                .withMessageContaining("Maybe one of 0, 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alike.merge(DifCounts.of("p", new long[][][] {{{3, 1}, {0, 0}}})))
                .withMessageContaining("Expected one");
        assertThatIllegalArgumentException().isThrownBy(() -> DifCounts.of("p", new long[0][][]));
        assertThatIllegalArgumentException().isThrownBy(() -> DifCounts.of("p", new long[][][] {{{3, 1}}}));
        assertThat(DifClass.B).hasToString("B, moderate");
    }

    /** A planted difference that changes sign with the total: Mantel–Haenszel misses it, logistic regression does not. */
    @Test
    void aDifferenceThatChangesWithTheTotalIsFoundByLogisticRegression() {
        long[][][] counts = new long[5][2][2];
        long[][] right = {{10, 40}, {30, 45}, {50, 50}, {70, 55}, {90, 60}};
        for (int total = 0; total < 5; total++) {
            for (int group = 0; group < 2; group++) {
                counts[total][group][1] = right[total][group];
                counts[total][group][0] = 100 - right[total][group];
            }
        }
        DifCounts crossing = DifCounts.of("q", counts);
        assertThat(MantelHaenszel.of(crossing).value().orElseThrow().dif()).isEqualTo(DifClass.A);
        LogisticResult result = LogisticDif.of(crossing).value().orElseThrow();
        assertThat(result.nonUniformPValue()).isLessThan(1e-6);
        assertThat(result.dif()).isEqualTo(DifClass.B);
    }
}
