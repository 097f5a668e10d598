package org.iltlib.examples.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import org.iltlib.analytics.multilevel.DegreesOfFreedom;
import org.iltlib.analytics.multilevel.MixedDesign;
import org.iltlib.analytics.multilevel.MixedFit;
import org.iltlib.analytics.multilevel.MixedModel;
import org.iltlib.analytics.multilevel.RandomTerm;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.Design;
import org.iltlib.analytics.regression.LinearRegression;

/** Multilevel models and cluster-robust errors, beside R on the same data. */
public final class EffectRows {
    private final MixedModel model;

    private EffectRows(MixedModel model) {
        this.model = model;
    }

    /** Rows whose models work on that executor. */
    public static EffectRows of(Executor threads) {
        return new EffectRows(MixedModel.withDefaults()
                .withDegreesOfFreedom(DegreesOfFreedom.NORMAL)
                .withExecutor(threads));
    }

    /** Scores on an earlier score and the grade, teachers in schools. */
    public List<Row> covariate(int rows, double reach) throws IOException {
        DrawnTeaching drawn = DrawnTeaching.of(rows);
        MixedDesign design = MixedDesign.of(drawn.score())
                .withColumn("prior", drawn.prior())
                .withColumn("grade", drawn.grade())
                .withRandom(RandomTerm.intercept("teacher", drawn.teacher()))
                .withRandom(RandomTerm.intercept("school", drawn.school()));
        double[] time = new double[1];
        MixedFit fit = Warm.median(3, () -> model.of(design).value().orElseThrow(), time);
        double[][] columns = {
            drawn.score(), drawn.prior(), drawn.grade(), doubles(drawn.teacher()), doubles(drawn.school())
        };
        return List.of(row(
                String.format(Locale.ROOT, "value added with covariates, %,d rows", rows),
                "covariate",
                columns,
                fit,
                time[0],
                reach));
    }

    /** Students, teachers and schools that cross. */
    public List<Row> crossed(int rows, double reach) throws IOException {
        DrawnTeaching drawn = DrawnTeaching.of(rows);
        double[] time = new double[1];
        MixedFit fit = Warm.median(3, () -> fit(drawn), time);
        double[][] columns = {
            drawn.score(), drawn.grade(), doubles(drawn.student()), doubles(drawn.teacher()), doubles(drawn.school())
        };
        return List.of(row(
                String.format(Locale.ROOT, "student × teacher × school crossed, %,d rows", rows),
                "crossed",
                columns,
                fit,
                time[0],
                reach));
    }

    /** The same, too large for an exact factor; once, not warm. */
    public Row large(int rows, double seconds) {
        DrawnTeaching drawn = DrawnTeaching.of(rows);
        double[] time = new double[1];
        MixedFit fit = Warm.once(() -> fit(drawn), time);
        return new Row(
                String.format(Locale.ROOT, "student × teacher × school crossed, %,d rows", rows),
                time[0] / 1e3,
                seconds,
                "s",
                String.format(
                        Locale.ROOT,
                        "variances %.2f, %.2f, %.2f, %.2f (drawn with 100, 16, 9, 64); errors of θ %s",
                        variance(fit, "student"),
                        variance(fit, "teacher"),
                        variance(fit, "school"),
                        fit.residualVariance(),
                        fit.thetaErrors().stream()
                                .map(error -> String.format(Locale.ROOT, "%.1e", error))
                                .toList()));
    }

    private static double variance(MixedFit fit, String term) {
        return fit.getComponent(term).variance(RandomTerm.INTERCEPT);
    }

    private MixedFit fit(DrawnTeaching drawn) {
        return model.of(MixedDesign.of(drawn.score())
                        .withColumn("grade", drawn.grade())
                        .withRandom(RandomTerm.intercept("student", drawn.student()))
                        .withRandom(RandomTerm.intercept("teacher", drawn.teacher()))
                        .withRandom(RandomTerm.intercept("school", drawn.school())))
                .value()
                .orElseThrow();
    }

    private static Row row(String work, String script, double[][] columns, MixedFit fit, double time, double reach)
            throws IOException {
        String ours = String.format(Locale.ROOT, "%.0f ms on two threads, %d evaluations", time, fit.evaluations());
        Optional<Rscript> r = Rscript.find("lme4");
        if (r.isEmpty()) {
            return new Row(work + ", R has no lme4 here", time, 1e9, "ms", ours);
        }
        Map<String, Double> peer = r.get().run("multilevel.R", Doubles.write(columns), columns[0].length, script);
        double apart = fit.criterion() - peer.getOrDefault("criterion", Double.NaN);
        if (!(apart < 1e-3 && apart > -0.1)) {
            throw new IllegalStateException("The criterion is " + fit.criterion() + ", in R: " + peer);
        }
        double seconds = peer.getOrDefault("seconds", 0.0);
        return new Row(
                work + " beside lme4",
                1e3 * seconds / time,
                reach,
                "",
                String.format(
                        Locale.ROOT,
                        "%s; lme4 %.1f s, %.0f MB; criterion %.6f, %.0e from lme4's",
                        ours,
                        seconds,
                        peer.getOrDefault("megabytes", 0.0),
                        fit.criterion(),
                        apart));
    }

    /** Cluster-robust errors of the second kind with their degrees of freedom. */
    public List<Row> robust(int rows, int clusters, double reach) throws IOException {
        SplittableRandom random = new SplittableRandom(clusters);
        double[] outcome = new double[rows];
        double[] treated = new double[rows];
        double[] column = new double[rows];
        double[] both = new double[rows];
        int[] cluster = new int[rows];
        double[] effect = new double[clusters];
        Arrays.setAll(effect, i -> random.nextGaussian());
        for (int row = 0; row < rows; row++) {
            cluster[row] = row % clusters;
            treated[row] = cluster[row] % 2;
            column[row] = random.nextGaussian();
            both[row] = treated[row] * column[row];
            outcome[row] = effect[cluster[row]] + random.nextGaussian();
        }
        Design design = Design.of("y", outcome)
                .with("t", treated)
                .with("x", column)
                .with("t:x", both)
                .clusteredBy(cluster);
        double[] time = new double[1];
        Coefficient ours = Warm.median(
                9,
                () -> LinearRegression.withDefaults()
                        .of(design)
                        .value()
                        .orElseThrow()
                        .getCoefficient("t"),
                time);
        String work = String.format(
                Locale.ROOT, "CR2 with degrees of freedom, %,d rows, clusters of %d", rows, rows / clusters);
        Optional<Rscript> r = Rscript.find("clubSandwich");
        if (r.isEmpty()) {
            return List.of(new Row(work + ", R has no clubSandwich here", time[0], 32, "ms", ours.toString()));
        }
        Path file = Doubles.write(outcome, treated, column, doubles(cluster));
        Map<String, Double> peer = r.get().run("robust.R", file, rows);
        check(ours.standardError(), peer.getOrDefault("error", 0.0));
        check(ours.degreesOfFreedom(), peer.getOrDefault("df", 0.0));
        double seconds = peer.getOrDefault("seconds", 0.0);
        return List.of(
                new Row(
                        work + " beside clubSandwich",
                        1e3 * seconds / time[0],
                        reach,
                        "",
                        String.format(
                                Locale.ROOT,
                                "%.1f ms on one thread; clubSandwich %.2f s, of one coefficient; the same error and degrees",
                                time[0],
                                seconds)),
                new Row(
                        "the same beside clubSandwich's published run",
                        9600 / time[0],
                        rows >= 30_000 ? 300 : 0,
                        "",
                        "9.6 s at 30,000 rows in clusters of 300, of another machine"));
    }

    private static void check(double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= 1e-8 * Math.abs(theirs))) {
            throw new IllegalStateException("R says " + theirs + ", not " + ours);
        }
    }

    private static double[] doubles(int[] codes) {
        return Arrays.stream(codes).asDoubleStream().toArray();
    }
}
