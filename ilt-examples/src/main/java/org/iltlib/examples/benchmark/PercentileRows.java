package org.iltlib.examples.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.growth.percentile.PercentileFit;
import org.iltlib.analytics.quantile.FitCertificate;
import org.iltlib.analytics.simulation.NationSimulation;
import org.iltlib.analytics.simulation.SimulatedCohort;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;

/** Quantile fits and growth percentiles, beside R on the same scores. */
public final class PercentileRows {
    private static final long SEED = 20261129;
    private static final int PRIORS = 3;

    private final Optional<Rscript> r;
    private final Executor threads;

    private PercentileRows(Optional<Rscript> r, Executor threads) {
        this.r = r;
        this.threads = threads;
    }

    /** Rows that use R where it has the packages, and that executor where two threads are named. */
    public static PercentileRows of(Executor threads) {
        return new PercentileRows(Rscript.find("quantreg", "splines"), threads);
    }

    /** A cohort with whole scores of four years; the share of earlier scores is missing. */
    static SimulatedCohort drawn(int students, double missing) {
        return NationSimulation.withDefaults()
                .withSize(students, 1, 1)
                .withYearsBefore(PRIORS)
                .withMissing(missing)
                .of(SEED, 0, 0);
    }

    static GrowthCohort cohort(SimulatedCohort drawn) {
        List<double[]> priors = IntStream.rangeClosed(1, drawn.yearsBefore())
                .mapToObj(drawn::score)
                .toList();
        Progression grades =
                Progression.yearly(Subject.MATHEMATICS, 2026, GradeLevel.of(3 + drawn.yearsBefore()), priors.size());
        return GrowthCohort.of(grades, drawn.score(0), priors);
    }

    private static Path written(SimulatedCohort drawn) throws IOException {
        return Doubles.write(IntStream.rangeClosed(0, drawn.yearsBefore())
                .mapToObj(drawn::score)
                .toArray(double[][]::new));
    }

    /**
     * A hundred quantiles of students with three earlier scores, design and certificate included.
     *
     * @param repeats how many warm runs; 0 for one run that is not warmed up
     * @param reach what the ratios should reach, on one thread and on two
     */
    public List<Row> quantiles(int students, int repeats, double... reach) throws IOException {
        SimulatedCohort drawn = drawn(students, 0);
        GrowthCohort cohort = cohort(drawn);
        GrowthModel alone = GrowthModel.withDefaults();
        double[] one = new double[1];
        double[] two = new double[1];
        CoefficientMatrix fit = fit(alone, cohort, repeats, one);
        CoefficientMatrix again = fit(alone.withExecutor(threads), cohort, repeats, two);
        if (!fit.equals(again)) {
            throw new IllegalStateException("Two threads gave other coefficients than one.");
        }
        String size = String.format(Locale.ROOT, "100 quantiles, %,d × 22", students);
        String times = String.format(
                Locale.ROOT,
                "%.2f s on one thread, %.2f s on two, the same bits; gap %.1e",
                one[0] / 1e3,
                two[0] / 1e3,
                fit.certificate().orElseThrow().gap());
        if (r.isEmpty()) {
            return List.of(new Row(size + ", R has no quantreg here", two[0] / 1e3, 1e6, "s", times));
        }
        Path coefficients = Doubles.write(fit.coefficients().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new));
        Map<String, Double> peer = r.get().run("quantiles.R", written(drawn), students, PRIORS, coefficients);
        double worse = peer.getOrDefault("worse", 1.0);
        if (worse > 1e-10) {
            throw new IllegalStateException("An objective of R is better than ours: " + peer);
        }
        double seconds = peer.getOrDefault("seconds", 0.0);
        String theirs = String.format(
                Locale.ROOT,
                "pfnb %.2f s, %.0f MB; our objectives at most %.0e above, up to %.0e below",
                seconds,
                peer.getOrDefault("megabytes", 0.0),
                Math.max(0, worse),
                peer.getOrDefault("better", 0.0));
        return List.of(
                new Row(size + " beside rq.fit.pfnb, one thread", 1e3 * seconds / one[0], reach[0], "", times),
                new Row("the same, two threads", 1e3 * seconds / two[0], reach[1], "", theirs));
    }

    private static CoefficientMatrix fit(GrowthModel model, GrowthCohort cohort, int repeats, double[] time) {
        return repeats > 0
                ? Warm.median(repeats, () -> fit(model, cohort), time)
                : Warm.once(() -> fit(model, cohort), time);
    }

    private static CoefficientMatrix fit(GrowthModel model, GrowthCohort cohort) {
        return model.fit(cohort, PRIORS).value().orElseThrow();
    }

    /**
     * Growth percentiles of a whole cohort, orders 1 to 3, from scores to percentiles, beside the algorithm of the
     * package SGP.
     *
     * @param reach what the ratio to the method "fn" should reach
     * @param simplex what the ratio to the method "br" should reach; 0 to leave that out, since it takes long
     */
    public List<Row> percentiles(int students, double reach, double simplex) throws IOException {
        SimulatedCohort drawn = drawn(students, 0.06);
        GrowthCohort cohort = cohort(drawn);
        GrowthModel model = GrowthModel.withDefaults().withExecutor(threads);
        double[] time = new double[1];
        GrowthPercentiles growth = Warm.median(3, () -> model.of(cohort), time);
        String ours = String.format(Locale.ROOT, "%.2f s on two threads", time[0] / 1e3);
        String size = String.format(Locale.ROOT, "percentiles of %,d students, orders 1 to 3", students);
        List<Row> rows = new ArrayList<>();
        if (r.isEmpty()) {
            rows.add(new Row(size + ", R has no quantreg here", time[0] / 1e3, 1e6, "s", ours));
            return rows;
        }
        Path scores = written(drawn);
        for (String method : simplex > 0 ? List.of("fn", "br") : List.of("fn")) {
            Map<String, Double> peer = r.get().run("percentiles.R", scores, students, PRIORS, method);
            for (int order = 1; order <= PRIORS; order++) {
                agree(growth, order, peer);
            }
            double seconds = peer.getOrDefault("seconds", 0.0);
            rows.add(new Row(
                    size + " beside SGP's algorithm, \"" + method + "\"",
                    1e3 * seconds / time[0],
                    method.equals("fn") ? reach : simplex,
                    "",
                    String.format(Locale.ROOT, "%s, R %.1f s; sums of percentiles equal", ours, seconds)));
        }
        return rows;
    }

    /** Every percentile of an order counts in the sum and the sum of squares. */
    private static void agree(GrowthPercentiles growth, int order, Map<String, Double> peer) {
        int[] places = growth.cohort().withOrder(order);
        long sum = Arrays.stream(places)
                .mapToLong(place -> growth.percentile(place, order))
                .sum();
        long squares = Arrays.stream(places)
                .mapToLong(place -> growth.percentile(place, order))
                .map(percentile -> percentile * percentile)
                .sum();
        if (sum != peer.getOrDefault("sum" + order, 0.0) || squares != peer.getOrDefault("squares" + order, 0.0)) {
            throw new IllegalStateException(
                    "Percentiles of order " + order + " add up to " + sum + " and " + squares + ", in R: " + peer);
        }
    }

    /** Curves that nowhere cross, all hundred together; there is no peer. Once, not warm. */
    public Row joint(int students, double seconds) {
        GrowthCohort cohort = cohort(drawn(students, 0));
        GrowthModel model =
                GrowthModel.withDefaults().withFit(PercentileFit.JOINT).withExecutor(threads);
        double[] time = new double[1];
        CoefficientMatrix fit =
                Warm.once(() -> model.fit(cohort, PRIORS).value().orElseThrow(), time);
        FitCertificate proof = fit.certificate().orElseThrow();
        return new Row(
                String.format(Locale.ROOT, "100 quantiles that nowhere cross, %,d × 22, proved", students),
                time[0] / 1e3,
                seconds,
                "s",
                String.format(
                        Locale.ROOT,
                        "two threads; gap %.1e, crossing %.0e, %d of 99 neighbours touch",
                        proof.gap(),
                        proof.violation(),
                        proof.zeros()));
    }
}
