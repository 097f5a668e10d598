package org.iltlib.analytics.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/** What scale, shift, columns and weights may change in a fit (Koenker &amp; Bassett 1978, theorem 3.2), and what not. */
class QuantileRegressionProperties {
    private static final double[] TAUS = {0.1, 0.37, 0.5, 0.8};
    private static final QuantileRegression PLAIN =
            QuantileRegression.withDefaults().withTaus(TAUS).withErrors(QuantileErrors.NONE);
    private static final List<String> NAMES = List.of("first", "second");

    /** Rows with continuous outcomes, whose best fit is unique with probability 1. */
    private static double[][] rows(int n, int seed) {
        SplitMix chance = SplitMix.of(seed);
        double[][] rows = new double[3][n];
        for (int i = 0; i < n; i++) {
            rows[0][i] = chance.nextGaussian();
            rows[1][i] = chance.nextDouble() * 10;
            rows[2][i] = 3 + rows[0][i] - rows[1][i] + (1 + rows[1][i]) * chance.nextGaussian();
        }
        return rows;
    }

    private static QuantileModel fit(double[] outcome, double[]... columns) {
        return PLAIN.of(outcome, NAMES, List.of(columns)).value().orElseThrow();
    }

    private static double[] each(double[] values, IntToDoubleFunction function) {
        double[] each = new double[values.length];
        Arrays.setAll(each, function);
        return each;
    }

    private static void same(QuantileFit actual, double objective, double... coefficients) {
        assertThat(actual.objective()).isCloseTo(objective, within(1e-10 * objective));
        for (int j = 0; j < coefficients.length; j++) {
            assertThat(actual.coefficients().get(j).value())
                    .isCloseTo(coefficients[j], within(1e-8 * (1 + Math.abs(coefficients[j]))));
        }
    }

    private static double[] values(QuantileFit fit) {
        return fit.coefficients().stream()
                .mapToDouble(QuantileCoefficient::value)
                .toArray();
    }

    @Property(tries = 40)
    void scaleAndShiftOfTheOutcomeGoStraightThrough(@ForAll @IntRange(min = 8, max = 400) int n, @ForAll int seed) {
        double[][] rows = rows(n, seed);
        QuantileModel plain = fit(rows[2], rows[0], rows[1]);
        QuantileModel moved = fit(each(rows[2], i -> 100 + 4 * rows[2][i]), rows[0], rows[1]);
        for (double tau : TAUS) {
            double[] b = values(plain.fit(tau));
            same(moved.fit(tau), 4 * plain.fit(tau).objective(), 100 + 4 * b[0], 4 * b[1], 4 * b[2]);
        }
    }

    @Property(tries = 40)
    void aMirroredOutcomeHasTheMirroredQuantile(@ForAll @IntRange(min = 8, max = 400) int n, @ForAll int seed) {
        double[][] rows = rows(n, seed);
        QuantileModel plain = fit(rows[2], rows[0], rows[1]);
        double[] mirrored = each(rows[2], i -> -rows[2][i]);
        for (double tau : TAUS) {
            QuantileFit other = PLAIN.withTaus(1 - tau)
                    .of(mirrored, NAMES, List.of(rows[0], rows[1]))
                    .value()
                    .orElseThrow()
                    .fits()
                    .get(0);
            double[] b = values(plain.fit(tau));
            same(other, plain.fit(tau).objective(), -b[0], -b[1], -b[2]);
        }
    }

    @Property(tries = 40)
    void aCombinationOfColumnsAddsToTheCoefficients(@ForAll @IntRange(min = 8, max = 400) int n, @ForAll int seed) {
        double[][] rows = rows(n, seed);
        QuantileModel plain = fit(rows[2], rows[0], rows[1]);
        QuantileModel lifted = fit(each(rows[2], i -> rows[2][i] + 2 * rows[0][i] - 5 * rows[1][i]), rows[0], rows[1]);
        QuantileModel turned =
                fit(rows[2], each(rows[0], i -> rows[0][i] + rows[1][i]), each(rows[1], i -> 2 * rows[1][i]));
        for (double tau : TAUS) {
            double[] b = values(plain.fit(tau));
            double objective = plain.fit(tau).objective();
            same(lifted.fit(tau), objective, b[0], b[1] + 2, b[2] - 5);
            same(turned.fit(tau), objective, b[0], b[1], (b[2] - b[1]) / 2);
        }
    }

    @Property(tries = 30)
    void aWeightIsAsManyRows(@ForAll @IntRange(min = 8, max = 150) int n, @ForAll int seed) {
        double[][] rows = rows(n, seed);
        SplitMix chance = SplitMix.of(seed + 1L);
        double[] weights = each(rows[0], i -> 1 + chance.nextInt(3));
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < weights[i]; k++) {
                repeated.add(i);
            }
        }
        int[] of = repeated.stream().mapToInt(i -> i).toArray();
        double[][] long3 = new double[3][];
        for (int j = 0; j < 3; j++) {
            int column = j;
            long3[j] = Arrays.stream(of).mapToDouble(i -> rows[column][i]).toArray();
        }
        QuantileModel weighted = PLAIN.of(rows[2], NAMES, List.of(rows[0], rows[1]), weights)
                .value()
                .orElseThrow();
        QuantileModel counted = fit(long3[2], long3[0], long3[1]);
        for (double tau : TAUS) {
            double objective = counted.fit(tau).objective();
            assertThat(weighted.fit(tau).objective()).isCloseTo(objective, within(1e-10 * objective));
        }
    }

    /** Outcomes and columns on a small grid, rows that stand twice, huge and tiny units, hardly more rows than columns. */
    @Property(tries = 150)
    void whateverTheRowsTheFitIsProvedOrTheReasonGiven(
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 6) int grid,
            @ForAll @IntRange(min = -200, max = 200) int power,
            @ForAll int seed) {
        SplitMix chance = SplitMix.of(seed);
        double unit = Math.pow(10, power);
        double[][] rows = new double[3][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 3; j++) {
                rows[j][i] = chance.nextInt(grid) * unit;
            }
        }
        Measured<QuantileModel> model = PLAIN.of(rows[2], NAMES, List.of(rows[0], rows[1]));
        model.value().ifPresent(found -> {
            for (QuantileFit fit : found.fits()) {
                assertThat(fit.certificate().holds()).isTrue();
                double objective = 0;
                for (int i = 0; i < n; i++) {
                    double left = rows[2][i] - fit.predict(rows[0][i], rows[1][i]);
                    objective += left * (left > 0 ? fit.tau() : fit.tau() - 1);
                }
                assertThat(fit.objective()).isCloseTo(objective, within(1e-9 * unit));
            }
        });
        if (n > 3 && grid > 4 && n > 30) {
            assertThat(model.isReported()).isTrue();
        }
    }

    @Property(tries = 20)
    void coefficientsThatAreMovedFitWorse(@ForAll @IntRange(min = 8, max = 200) int n, @ForAll int seed) {
        double[][] rows = rows(n, seed);
        SplitMix chance = SplitMix.of(seed - 1L);
        for (QuantileFit fit : fit(rows[2], rows[0], rows[1]).fits()) {
            double[] b = values(fit);
            for (int trial = 0; trial < 20; trial++) {
                double objective = 0;
                double[] moved = each(b, j -> b[j] + 0.01 * chance.nextGaussian());
                for (int i = 0; i < n; i++) {
                    double left = rows[2][i] - moved[0] - moved[1] * rows[0][i] - moved[2] * rows[1][i];
                    objective += left * (left > 0 ? fit.tau() : fit.tau() - 1);
                }
                assertThat(objective).isGreaterThanOrEqualTo(fit.objective() * (1 - 1e-12));
            }
        }
    }

    @Property(tries = 5)
    void threadsDoNotChangeABit(@ForAll int seed) {
        double[][] rows = rows(300, seed);
        double[] many = new double[70];
        Arrays.setAll(many, t -> (t + 0.5) / 70);
        QuantileRegression options = PLAIN.withTaus(many).withErrors(QuantileErrors.NID);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            assertThat(options.withExecutor(threads).of(rows[2], NAMES, List.of(rows[0], rows[1])))
                    .isEqualTo(options.of(rows[2], NAMES, List.of(rows[0], rows[1])));
        } finally {
            threads.shutdown();
        }
    }

    /** A column and its square far from zero hardly differ but by a line; some outcomes lie far from the others. */
    @Property(tries = 40)
    void whatRoundingAllowsIsProvedAndTheRestRefusedInWords(@ForAll @IntRange(max = 999) int seed) {
        SplitMix chance = SplitMix.of(seed);
        int n = 30 + chance.nextInt(200);
        double offset = Math.pow(10, seed % 8);
        double[] outcome = new double[n];
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            column[i] = offset + chance.nextInt(10);
            outcome[i] = offset + chance.nextInt(10) - (chance.nextInt(20) == 0 ? offset : 0);
        }
        double[] square = each(column, i -> column[i] * column[i]);
        Measured<QuantileModel> model =
                QuantileRegression.withDefaults().withTaus(0.05, 0.5, 0.95).of(outcome, NAMES, List.of(column, square));
        if (model instanceof Measured.Missing<QuantileModel> missing) {
            assertThat(missing.reason()).isEqualTo(MissingReason.UNDEFINED);
            assertThat(seed % 8).isGreaterThan(3);
        } else {
            assertThat(model.value().orElseThrow().fits())
                    .allMatch(fit -> fit.certificate().holds());
        }
    }
}
