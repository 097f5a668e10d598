package org.iltlib.analytics.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;

class IrtModelProperties {
    private static final ItemModel[] MIX = {
        ItemModel.TWO_PARAMETER,
        ItemModel.GRADED,
        ItemModel.GENERALIZED_PARTIAL_CREDIT,
        ItemModel.THREE_PARAMETER,
        ItemModel.RASCH
    };

    private static ItemCurve random(int item, ItemModel model, Random random) {
        double d = random.nextDouble() - 0.5;
        ItemCurve.Builder curve =
                ItemCurve.builder().item("i" + item).model(model).addIntercepts(d);
        if (model.hasOwnSlope()) {
            curve.slope(0.6 + random.nextDouble());
        }
        if (model == ItemModel.GRADED || model == ItemModel.GENERALIZED_PARTIAL_CREDIT) {
            curve.addIntercepts(d - 0.3 - random.nextDouble());
        }
        return (model == ItemModel.THREE_PARAMETER ? curve.lowerAsymptote(0.2) : curve).build();
    }

    /** A table of items of all models with gaps. */
    private static ResponseTable mixed(int students, int items, Random random) {
        List<ItemCurve> curves = IntStream.range(0, items)
                .mapToObj(item -> random(item, MIX[item % MIX.length], random))
                .toList();
        ResponseTable table = Tables.drawn(curves, AbilityDistribution.STANDARD, students, random.nextLong());
        byte[][] columns = IntStream.range(0, items).mapToObj(table::codes).toArray(byte[][]::new);
        for (byte[] column : columns) {
            for (int i = 0; i < students; i++) {
                if (random.nextInt(10) == 0) {
                    column[i] = ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED);
                }
            }
        }
        return ResponseTable.of(
                IntStream.range(0, students).mapToObj(i -> "p-" + i).toList(), table.itemNames(), columns);
    }

    private static IrtModel mixture(int items) {
        IrtModel model = IrtModel.threeParameters();
        for (int item = 0; item < items; item++) {
            model = model.withItem("i" + item, MIX[item % MIX.length]);
        }
        return model.withSlopePrior(Prior.logNormal(0, 0.5)).withInterceptPrior(Prior.normal(0, 3));
    }

    private static IrtPlan plan(IrtModel model, ResponseTable table) {
        return IrtPlan.of(model.options(), Map.of("all", ResponsePatterns.of(table)));
    }

    @Property(tries = 25)
    void theGradientIsThatOfFiniteDifferences(@ForAll @IntRange(min = 3, max = 12) int items, @ForAll long seed) {
        Random random = new Random(seed);
        MarginalLikelihood hill =
                plan(mixture(items), mixed(120, items, random)).likelihood();
        double[] point =
                plan(mixture(items), mixed(120, items, new Random(seed))).start(hill.size());
        for (int i = 0; i < point.length; i++) {
            point[i] += 0.2 * (random.nextDouble() - 0.5);
        }
        double[] gradient = new double[point.length];
        hill.at(point, gradient);
        double[] unused = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double[] moved = point.clone();
            double h = 1e-5;
            moved[i] = point[i] + h;
            double above = hill.at(moved, unused);
            moved[i] = point[i] - h;
            double below = hill.at(moved, unused);
            if (Double.isFinite(above) && Double.isFinite(below)) {
                assertThat(gradient[i])
                        .isCloseTo((above - below) / (2 * h), within(1e-5 * (1 + Math.abs(gradient[i]))));
            }
        }
    }

    @Property(tries = 20)
    void theLikelihoodEqualsOneSummedStudentByStudent(
            @ForAll @IntRange(min = 2, max = 11) int items, @ForAll long seed) {
        Random random = new Random(seed);
        ResponseTable table = mixed(60, items, random);
        List<ItemCurve> curves = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            curves.add(random(item, MIX[item % MIX.length], random));
        }
        double[] nodes = AbilityDistribution.nodes(31, 5);
        double[] weights = AbilityDistribution.STANDARD.weights(nodes, 32);
        double[][] chances = AbilityScale.chances(curves, nodes, 32);
        double[][] expected = new double[items][3 * 32];
        double[] mass = new double[32];
        int[] categories = curves.stream().mapToInt(ItemCurve::categories).toArray();
        double value = ResponsePatterns.of(table)
                .at(new Responses.Places(IntStream.range(0, items).toArray(), categories, nodes))
                .run(chances, weights, expected, mass, Runnable::run);
        double sum = 0;
        double[][] counted = new double[items][3 * 32];
        for (int row = 0; row < 60; row++) {
            double[] line = new double[31];
            double total = 0;
            for (int q = 0; q < 31; q++) {
                line[q] = weights[q];
                for (int item = 0; item < items; item++) {
                    if (table.isPresent(row, item)) {
                        line[q] *= curves.get(item).probability(table.score(row, item), nodes[q]);
                    }
                }
                total += line[q];
            }
            sum += Math.log(total);
            for (int item = 0; item < items; item++) {
                for (int q = 0; q < 31 && table.isPresent(row, item); q++) {
                    counted[item][table.score(row, item) * 32 + q] += line[q] / total;
                }
            }
        }
        assertThat(value).isCloseTo(sum, within(1e-9));
        for (int item = 0; item < items; item++) {
            assertThat(expected[item]).containsExactly(counted[item], within(1e-9));
        }
    }

    @Property(tries = 10)
    void theOrderOfStudentsChangesNoBitAndThatOfItemsNoDigit(@ForAll long seed) {
        ResponseTable table = Tables.drawn(Tables.twoParameters(6, 2), AbilityDistribution.STANDARD, 300, seed);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        byte[][] columns = new byte[6][300];
        for (int item = 0; item < 6; item++) {
            for (int i = 0; i < 300; i++) {
                columns[item][i] = (byte) table.code(order.get(i), item);
            }
        }
        ResponseTable shuffled =
                ResponseTable.of(order.stream().map(table::student).toList(), table.itemNames(), columns);
        IrtModel model = IrtModel.twoParameters().withSlopePrior(Prior.logNormal(0, 0.5));
        IrtFit fit = model.of(table).value().orElseThrow();
        IrtFit again = model.of(shuffled).value().orElseThrow();
        assertThat(again.curves()).isEqualTo(fit.curves());
        assertThat(again.logLikelihood()).isEqualTo(fit.logLikelihood());
        List<String> items = new ArrayList<>(table.itemNames());
        Collections.shuffle(items, new Random(seed));
        IrtFit moved = model.of(table.selectItems(items)).value().orElseThrow();
        assertThat(moved.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-8));
        for (String item : items) {
            assertThat(moved.getCurve(item).slope())
                    .isCloseTo(fit.getCurve(item).slope(), within(1e-5));
        }
    }

    @Property(tries = 15)
    void partsAddedInAnyOrderAreTheWholeBitByBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 199) int cut) {
        ResponseTable table = mixed(200, 5, new Random(seed));
        ResponsePatterns whole = ResponsePatterns.of(table);
        ResponsePatterns first = ResponsePatterns.of(table.select(row -> row < cut));
        ResponsePatterns rest = ResponsePatterns.of(table.select(row -> row >= cut));
        ResponsePatterns sum = rest.plus(first);
        assertThat(sum.students()).isEqualTo(whole.students());
        assertThat(sum.patterns()).isEqualTo(whole.patterns());
        for (int i = 0; i < sum.patterns(); i++) {
            assertThat(sum.students(i)).isEqualTo(whole.students(i));
            for (int item = 0; item < 5; item++) {
                assertThat(sum.code(i, item)).isEqualTo(whole.code(i, item));
            }
        }
        RaschCounts counts =
                RaschCounts.of(table.select(row -> row >= cut)).plus(RaschCounts.of(table.select(row -> row < cut)));
        IrtModel rasch = IrtModel.rasch();
        assertThat(rasch.of(counts).map(IrtFit::curves).toString())
                .isEqualTo(rasch.of(RaschCounts.of(table)).map(IrtFit::curves).toString());
    }

    @Property(tries = 10)
    void theLogLikelihoodNeverFalls(@ForAll long seed) {
        ResponseTable table = mixed(400, 8, new Random(seed));
        IrtPlan plan = plan(mixture(8), table);
        double before = Double.NEGATIVE_INFINITY;
        for (int steps = 0; steps < 25; steps++) {
            MarginalLikelihood hill = plan.likelihood();
            double value =
                    Ascent.of(1e-6, steps).climb(hill, plan.start(hill.size())).value();
            assertThat(value).isGreaterThanOrEqualTo(before - 1e-10 * Math.abs(value));
            before = value;
        }
    }

    @Example
    void theNumberOfThreadsChangesNoBit() {
        ResponseTable table = Tables.drawn(Tables.twoParameters(20, 2), AbilityDistribution.STANDARD, 9000, 3);
        IrtFit alone = IrtModel.twoParameters().of(table).value().orElseThrow();
        ForkJoinPool pool = new ForkJoinPool(3);
        try {
            IrtFit three = IrtModel.twoParameters()
                    .withExecutor(pool)
                    .of(table)
                    .value()
                    .orElseThrow();
            assertThat(three.curves()).isEqualTo(alone.curves());
            assertThat(three.logLikelihood()).isEqualTo(alone.logLikelihood());
        } finally {
            pool.shutdown();
        }
    }
}
