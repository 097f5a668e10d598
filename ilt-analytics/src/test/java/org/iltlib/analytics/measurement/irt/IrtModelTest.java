package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** What is fitted, and what is refused with the reason. */
class IrtModelTest {
    private static final byte GONE = ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED);

    private static ResponseTable table(int students, int items) {
        return Tables.drawn(Tables.twoParameters(items, 1), AbilityDistribution.STANDARD, students, 4);
    }

    private static ResponseTable with(ResponseTable table, int item, byte code) {
        byte[][] columns =
                IntStream.range(0, table.items()).mapToObj(table::codes).toArray(byte[][]::new);
        Arrays.fill(columns[item], code);
        return ResponseTable.of(
                IntStream.range(0, table.students()).mapToObj(table::student).toList(), table.itemNames(), columns);
    }

    @Test
    void fiveStudentsAreTooFew() {
        assertThat(IrtModel.rasch().of(table(5, 10))).hasToString("too few values: 5 students; at least 20 are needed");
    }

    @Test
    void aSingleItemIsTooFewAndTwoAreForSlopes() {
        assertThat(IrtModel.rasch().of(table(100, 2).selectItems(List.of("i1"))))
                .hasToString("too few values: 1 items; at least 2 are needed");
        assertThat(IrtModel.twoParameters().of(table(100, 2)))
                .hasToString("too few values: 2 items; at least 3 are needed");
        assertThat(IrtModel.rasch()
                        .of(Tables.lsat(7).selectItems(List.of("i2", "i3")))
                        .isReported())
                .isTrue();
    }

    @Test
    void anItemThatEverybodyGotRightOrWrongOrNobodyAnsweredIsNamed() {
        ResponseTable table = table(100, 5);
        assertThat(IrtModel.twoParameters().of(with(table, 2, (byte) 1)))
                .hasToString("undefined: item i3: everybody got 1 points");
        assertThat(IrtModel.rasch().of(with(table, 2, (byte) 0)))
                .hasToString("undefined: item i3: everybody got 0 points");
        assertThat(IrtModel.rasch().of(with(table, 2, GONE))).hasToString("undefined: item i3: nobody has a response");
    }

    @Test
    void aNumberOfPointsThatNobodyGotIsNamed() {
        ResponseTable table = table(100, 4);
        byte[][] columns = IntStream.range(0, 4).mapToObj(table::codes).toArray(byte[][]::new);
        for (int i = 0; i < 100; i++) {
            columns[1][i] = (byte) (2 * columns[1][i]);
        }
        ResponseTable doubled = ResponseTable.of(
                IntStream.range(0, 100).mapToObj(table::student).toList(), table.itemNames(), columns);
        assertThat(IrtModel.of(ItemModel.GRADED).of(doubled))
                .hasToString("undefined: item i2: nobody got 1 of 2 points; maybe join it with its neighbour");
        assertThatThrownBy(() -> IrtModel.twoParameters().of(doubled)).hasMessageContaining("graded response");
    }

    @Test
    void noConvergenceIsNoFit() {
        assertThat(IrtModel.twoParameters().withTolerance(1e-6, 2).of(table(500, 5)))
                .asString()
                .startsWith("undefined: no convergence: the gradient is ")
                .endsWith("maybe more steps would do");
        // two items that always agree: their slopes run away
        ResponseTable table = table(300, 5);
        byte[][] columns = {table.codes(0), table.codes(2), table.codes(2), table.codes(4)};
        ResponseTable twins = ResponseTable.of(
                IntStream.range(0, 300).mapToObj(table::student).toList(), List.of("a", "b", "c", "d"), columns);
        Measured<IrtFit> fit = IrtModel.twoParameters().of(twins);
        assertThat(fit)
                .asString()
                .contains("no convergence")
                .containsPattern("item [bc] runs away, which a prior would hold");
        assertThat(IrtModel.twoParameters()
                        .withSlopePrior(Prior.logNormal(0, 0.5))
                        .withInterceptPrior(Prior.normal(0, 2))
                        .of(twins)
                        .isReported())
                .isTrue();
    }

    @Test
    void itemsThatHaveNothingInCommonGiveNoScale() {
        byte[][] columns = new byte[3][80];
        for (int i = 0; i < 80; i++) {
            columns[0][i] = (byte) (i & 1);
            columns[1][i] = (byte) ((i >> 1) & 1);
            columns[2][i] = (byte) ((i >> 2) & 1);
        }
        ResponseTable unrelated = ResponseTable.of(
                IntStream.range(0, 80).mapToObj(i -> "p-" + i).toList(), List.of("a", "b", "c"), columns);
        assertThat(IrtModel.rasch().of(unrelated)).asString().startsWith("undefined: ability does not spread");
    }

    @Test
    void itemsOfSeveralModelsStandOnOneScale() {
        List<ItemCurve> curves = List.of(
                Tables.curve("a", ItemModel.TWO_PARAMETER, 1.2, 0.5),
                Tables.curve("b", ItemModel.TWO_PARAMETER, 0.8, -0.5),
                Tables.curve("c", ItemModel.GRADED, 1.5, 1.5, -0.5),
                Tables.curve("d", ItemModel.GENERALIZED_PARTIAL_CREDIT, 0.9, 1.0, 0.8),
                Tables.curve("e", ItemModel.TWO_PARAMETER, 1.6, 0.0));
        ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, 5000, 9);
        IrtFit fit = IrtModel.twoParameters()
                .withItem("c", ItemModel.GRADED)
                .withItem("d", ItemModel.GENERALIZED_PARTIAL_CREDIT)
                .of(table)
                .value()
                .orElseThrow();
        for (int item = 0; item < 5; item++) {
            assertThat(fit.curves().get(item).slope())
                    .isCloseTo(curves.get(item).slope(), within(0.2));
        }
        assertThat(fit.getCurve("c").model()).isEqualTo(ItemModel.GRADED);
        // a right-or-wrong item is the same under the graded model
        IrtFit graded = IrtModel.of(ItemModel.GRADED)
                .withItem("d", ItemModel.GENERALIZED_PARTIAL_CREDIT)
                .of(table)
                .value()
                .orElseThrow();
        assertThat(graded.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-7));
        // with one slope fixed the spread of ability is free: the same model once more
        IrtFit fixed = IrtModel.of(ItemModel.GRADED)
                .withItem("d", ItemModel.GENERALIZED_PARTIAL_CREDIT)
                .withItem("a", ItemModel.RASCH)
                .of(table)
                .value()
                .orElseThrow();
        assertThat(fixed.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-4));
        assertThat(fixed.distribution().standardDeviation())
                .isCloseTo(fit.getCurve("a").slope(), within(1e-3));
    }

    @Test
    void anItemThatWasNotAdministeredIsLeftOutAndNotWrong() {
        ResponseTable full = table(3000, 12);
        byte[][] columns = IntStream.range(0, 12).mapToObj(full::codes).toArray(byte[][]::new);
        for (int i = 0; i < 3000; i++) {
            for (int item = 0; item < 12; item++) {
                if (i % 2 == 0 ? item >= 8 : item < 4) {
                    columns[item][i] = GONE;
                }
            }
        }
        ResponseTable forms = ResponseTable.of(
                IntStream.range(0, 3000).mapToObj(full::student).toList(), full.itemNames(), columns);
        IrtFit fit = IrtModel.twoParameters().of(forms).value().orElseThrow();
        IrtErrors errors = fit.errors().value().orElseThrow();
        List<ItemCurve> truth = Tables.twoParameters(12, 1);
        for (int item = 0; item < 12; item++) {
            Estimate intercept = errors.getEstimate("i" + (item + 1), "intercept 1");
            assertThat(intercept.value())
                    .isCloseTo(
                            truth.get(item).intercepts().get(0),
                            within(3.5 * intercept.standardError().orElseThrow()));
        }
        // the Rasch model by counts of two booklets and by patterns
        IrtFit counts = IrtModel.rasch().of(RaschCounts.of(forms)).value().orElseThrow();
        assertThat(RaschCounts.of(forms).booklets()).isEqualTo(2);
        MarginalLikelihood patterns = new MarginalLikelihood(
                truth.stream()
                        .map(curve -> new MarginalLikelihood.Shape(ItemModel.RASCH, 2))
                        .toList(),
                List.of(new MarginalLikelihood.Group(
                        ResponsePatterns.of(forms)
                                .at(new Responses.Places(
                                        IntStream.range(0, 12).toArray(),
                                        IntStream.range(0, 12).map(i -> 2).toArray(),
                                        AbilityDistribution.nodes(61, 6))),
                        false,
                        true)),
                Map.of(),
                AbilityDistribution.nodes(61, 6),
                Runnable::run);
        double[] point = new double[13];
        for (int item = 0; item < 12; item++) {
            point[item] = counts.curves().get(item).intercepts().get(0);
        }
        point[12] = Math.log(counts.distribution().standardDeviation());
        double[] gradient = new double[13];
        assertThat(patterns.at(point, gradient)).isCloseTo(counts.logLikelihood(), within(1e-7));
        assertThat(gradient).containsExactly(new double[13], within(2e-6));
    }

    @Test
    void itemsGivenToSomeOnlyEqualAFitWithTheOthersLeftOut() {
        // students 0-999 answer five items; the same with three more columns that are not administered to them
        ResponseTable table = Tables.lsat(7);
        byte[][] columns = new byte[8][1000];
        for (int item = 0; item < 8; item++) {
            columns[item] = table.codes(item % 5);
        }
        for (int item = 5; item < 8; item++) {
            for (int i = 20; i < 1000; i++) {
                columns[item][i] = GONE;
            }
        }
        ResponseTable wide = ResponseTable.of(
                IntStream.range(0, 1000).mapToObj(table::student).toList(),
                List.of("i1", "i2", "i3", "i4", "i5", "x", "y", "z"),
                columns);
        ResponsePatterns patterns = ResponsePatterns.of(wide.selectItems(List.of("i1", "i2", "i3", "i4", "i5")));
        IrtFit one = IrtModel.twoParameters().of(patterns).value().orElseThrow();
        IrtFit other = IrtModel.twoParameters().of(table).value().orElseThrow();
        assertThat(one.curves()).isEqualTo(other.curves());
        assertThat(one.scale().abilities(wide, AbilityMethod.EAP).subList(20, 1000))
                .isEqualTo(one.scale().abilities(table, AbilityMethod.EAP).subList(20, 1000));
    }

    @Test
    void studentsWithoutAResponseAreNotCounted() {
        ResponseTable table = table(500, 3);
        byte[][] columns = IntStream.range(0, 3).mapToObj(table::codes).toArray(byte[][]::new);
        for (byte[] column : columns) {
            column[7] = ResponseTable.codeOf(MissingReason.ABSENT);
        }
        ResponseTable absent = ResponseTable.of(
                IntStream.range(0, 500).mapToObj(table::student).toList(), table.itemNames(), columns);
        assertThat(ResponsePatterns.of(absent).students()).isEqualTo(499);
        assertThat(IrtModel.rasch()
                        .of(absent)
                        .value()
                        .orElseThrow()
                        .scale()
                        .abilities(absent, AbilityMethod.WLE)
                        .get(7))
                .hasToString("too few values: no response to an item of the scale");
    }

    /** Ten times as strict on a grid four times as fine and wider: the parameters move by less than 1e-4. */
    @Test
    void theDefaultGridAndToleranceAreGoodToFourDigits() {
        ResponseTable table = table(4000, 40);
        IrtFit fit = IrtModel.twoParameters().of(table).value().orElseThrow();
        IrtFit careful = IrtModel.twoParameters()
                .withNodes(321, 8)
                .withTolerance(1e-7, 2000)
                .of(table)
                .value()
                .orElseThrow();
        for (int item = 0; item < 40; item++) {
            ItemCurve one = fit.curves().get(item);
            ItemCurve other = careful.curves().get(item);
            assertThat(one.slope()).isCloseTo(other.slope(), within(1e-4));
            assertThat(one.intercepts().get(0)).isCloseTo(other.intercepts().get(0), within(1e-4));
        }
        assertThat(fit.steps()).isLessThan(40);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        IrtModel model = IrtModel.twoParameters();
        assertThatThrownBy(() -> model.withNodes(5, 6)).hasMessageContaining("count is 5");
        assertThatThrownBy(() -> model.withNodes(61, 1)).hasMessageContaining("reach is 1.0");
        assertThatThrownBy(() -> model.withTolerance(0, 10)).hasMessageContaining("tolerance is 0.0");
        assertThatThrownBy(() -> model.withSlopePrior(Prior.beta(2, 2))).hasMessageContaining("BETA");
        assertThatThrownBy(() -> model.withItem("x", ItemModel.RASCH).of(table(50, 3)))
                .hasMessageContaining("no item \"x\"");
        assertThatThrownBy(() -> model.withFreeItems(Set.of("y")).of(table(50, 3)))
                .hasMessageContaining("no item \"y\"");
        assertThatThrownBy(() -> model.of(RaschCounts.of(table(50, 3)))).hasMessageContaining("are counts");
        assertThatThrownBy(() -> model.withItem("i1", ItemModel.ONE_PARAMETER).of(table(50, 3)))
                .hasMessageContaining("all or none");
        assertThatThrownBy(() -> Prior.normal(0, 0)).hasMessageContaining("second is 0.0");
        IrtFit fit = model.of(Tables.lsat(7)).value().orElseThrow();
        assertThatThrownBy(() -> fit.getCurve("q")).hasMessageContaining("i1");
        assertThatThrownBy(() -> fit.distribution("girls")).hasMessageContaining("girls");
        IrtErrors errors = fit.errors().value().orElseThrow();
        assertThatThrownBy(() -> errors.getEstimate("i1", "guess")).hasMessageContaining("i1, guess");
        assertThat(errors).hasToString("10 parameters of 1000 students");
        assertThat(errors.covariance(
                        errors.parameters().get(0), errors.parameters().get(1)))
                .isEqualTo(errors.covariance(
                        errors.parameters().get(1), errors.parameters().get(0)));
    }

    @Test
    void countsOfOtherItemsAreNotAdded() {
        ResponseTable table = table(50, 4);
        ResponseTable fewer = table.selectItems(List.of("i1", "i2"));
        assertThatThrownBy(() -> ResponsePatterns.of(table).plus(ResponsePatterns.of(fewer)))
                .hasMessageContaining("[i1, i2]");
        assertThatThrownBy(() -> RaschCounts.of(table).plus(RaschCounts.of(fewer)))
                .hasMessageContaining("[i1, i2]");
        assertThatThrownBy(() -> RaschCounts.of(table).count(4, 0)).hasMessageContaining("item is 4");
        assertThatThrownBy(() -> ResponsePatterns.of(table).count(-1, 0)).hasMessageContaining("item is -1");
        assertThat(RaschCounts.of(table).count(0, 9)).isZero();
    }

    /** More than 32 sets of items: the Rasch model is fitted from patterns, with the same result as from counts. */
    @Test
    void manyBookletsGiveTheSameAsCounts() {
        ResponseTable full = table(400, 9);
        SplitMix chance = SplitMix.of(5);
        byte[][] columns = IntStream.range(0, 9).mapToObj(full::codes).toArray(byte[][]::new);
        for (int i = 0; i < 400; i++) {
            for (int item = 0; item < 9; item++) {
                if (chance.nextInt(3) == 0) {
                    columns[item][i] = GONE;
                }
            }
        }
        ResponseTable gaps =
                ResponseTable.of(IntStream.range(0, 400).mapToObj(full::student).toList(), full.itemNames(), columns);
        IrtFit patterns = IrtModel.rasch().of(ResponsePatterns.of(gaps)).value().orElseThrow();
        IrtFit counts = IrtModel.rasch().of(RaschCounts.of(gaps)).value().orElseThrow();
        assertThat(patterns.logLikelihood()).isCloseTo(counts.logLikelihood(), within(1e-8));
        for (int item = 0; item < 9; item++) {
            assertThat(patterns.curves().get(item).intercepts().get(0))
                    .isCloseTo(counts.curves().get(item).intercepts().get(0), within(1e-6));
        }
    }

    @Test
    void theThreeParameterModelWithoutPriorsCanBeAskedFor() {
        assertThat(IrtModel.threeParameters()
                        .withoutPriors()
                        .withTolerance(1e-3, 30)
                        .of(Tables.lsat(7)))
                .isNotNull();
    }
}
