package org.iltlib.analytics.impact.mediate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.internal.robust.ClusterRobust;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The path from a treatment (or its dose) through a mediator to an outcome, by two least-squares fits: a from mediator ~
 * treatment + covariates, b from outcome ~ treatment + mediator + covariates; a·b goes through, the rest past it. Immutable
 * options.
 *
 * <p>If the mediator is known with reliability r only (from ratings, say), b is too small; it becomes S(YM)/(S(MM) − (1 −
 * r)·V), S what treatment and covariates leave and V the mediator's whole sum of squares: the reliability is that over all
 * rows, and counts as known. The interval of a·b is the percentile one of a bootstrap that draws whole clusters; beside it
 * that of draws of a and b from normal curves with CR2 errors. The same seed gives the same bits on any number of threads.
 * O(n·p² + draws·(G·p² + p³)).
 *
 * <p>Sources: MacKinnon, Lockwood &amp; Williams (2004), doi:10.1207/s15327906mbr3901_4; Fuller (1987), Measurement Error
 * Models, section 2.2.
 */
public final class Mediation {
    /** Below so many clusters there is no answer. */
    public static final int FEWEST_CLUSTERS = 10;

    private static final double FEWEST_DEGREES = 4;
    private static final int FEWEST_DRAWS = 100;

    private final double level;
    private final double reliability;
    private final int draws;
    private final long seed;
    private final String unit;
    private final List<Covariate> covariates;
    private final Executor executor;

    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Covariate(String name, double[] values) {}

    private record Slope(double error, double degrees) {}

    private Mediation(
            double level,
            double reliability,
            int draws,
            long seed,
            String unit,
            List<Covariate> covariates,
            Executor executor) {
        this.level = level;
        this.reliability = reliability;
        this.draws = draws;
        this.seed = seed;
        this.unit = unit;
        this.covariates = covariates;
        this.executor = executor;
    }

    /** 95 % intervals, a mediator without error, 2000 draws, seed 1, the outcome in points, the caller's thread. */
    public static Mediation withDefaults() {
        return new Mediation(0.95, 1, 2000, 1, "points", List.of(), Runnable::run);
    }

    /** A copy with another level of confidence, between 0 and 1, both excluded. */
    public Mediation withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new Mediation(newLevel, reliability, draws, seed, unit, covariates, executor);
    }

    /** A copy whose mediator has this reliability, above 0 and at most 1, over all rows. */
    public Mediation withReliability(double share) {
        Checks.require(share > 0 && share <= 1, "reliability is %s. Expected above 0 and at most 1.", share);
        return new Mediation(level, share, draws, seed, unit, covariates, executor);
    }

    /** A copy with so many draws, at least 100, and this seed. */
    public Mediation withDraws(int number, long newSeed) {
        Checks.require(number >= FEWEST_DRAWS, "draws is %s. Expected at least %s.", number, FEWEST_DRAWS);
        return new Mediation(level, reliability, number, newSeed, unit, covariates, executor);
    }

    /** A copy that names the unit of the outcome in words. */
    public Mediation withUnit(String newUnit) {
        return new Mediation(level, reliability, draws, seed, Checks.text(newUnit, "unit"), covariates, executor);
    }

    /** A copy that holds this equal as well; only what was fixed before the treatment began. {@code NaN} where unknown. */
    public Mediation adjustedFor(String name, double[] values) {
        List<Covariate> longer = new ArrayList<>(covariates);
        longer.add(new Covariate(Checks.text(name, "name"), values.clone()));
        return new Mediation(level, reliability, draws, seed, unit, List.copyOf(longer), executor);
    }

    /** A copy whose bootstrap runs there; the result does not depend on it. */
    public Mediation withExecutor(Executor newExecutor) {
        return new Mediation(level, reliability, draws, seed, unit, covariates, newExecutor);
    }

    /**
     * The path; missing, with the reason, if there are fewer than ten clusters with all values, a or b rests on fewer than
     * four degrees of freedom, columns determine each other, the mediator or outcome does not vary, the mediator holds
     * nothing but error once treatment and covariates are held equal, or more than one draw in twenty cannot be computed.
     *
     * @param treatment one number a row: 0 and 1, or a dose
     * @param mediator one number a row, {@code NaN} where unknown
     * @param outcome one number a row, {@code NaN} where unknown
     * @param clusters a code a row, such as of the school, whose errors go together
     * @throws IllegalArgumentException if the lengths differ or a number is infinite
     */
    public Measured<MediationEffect> of(double[] treatment, double[] mediator, double[] outcome, int[] clusters) {
        List<double[]> all = new ArrayList<>();
        covariates.forEach(covariate -> all.add(covariate.values()));
        all.addAll(List.of(treatment, mediator, outcome));
        int[] rows = Known.rows(all, clusters.length);
        double[][] columns = all.stream().map(column -> Known.at(column, rows)).toArray(double[][]::new);
        GroupCodes groups =
                GroupCodes.of(Arrays.stream(rows).map(row -> clusters[row]).toArray());
        if (groups.count() < FEWEST_CLUSTERS) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    groups.count() + " clusters; a path through a mediator needs at least " + FEWEST_CLUSTERS);
        }
        Paths paths = Paths.of(columns, groups, 1 - reliability);
        int[] once = new int[groups.count()];
        Arrays.fill(once, 1);
        Paths.Found found = paths.at(once);
        if (!found.isThere()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "treatment and covariates determine each other, or the mediator holds nothing but error beside them");
        }
        int p = columns.length - 2;
        return slope(columns[p], Arrays.copyOf(columns, p), groups)
                .flatMap(a -> slope(columns[p + 1], Arrays.copyOf(columns, p + 1), groups)
                        .flatMap(b -> whole(found, paths, a, b, columns, clusters.length)));
    }

    /** The error of the coefficient of the last column. */
    private static Measured<Slope> slope(double[] outcome, double[][] columns, GroupCodes clusters) {
        LeastSquares fit = LeastSquares.of(outcome, columns, GroupCodes.of(new int[outcome.length]));
        int last = columns.length - 1;
        if (fit.deficientColumn().isPresent() || fit.residualSquares() <= 1e-20 * (fit.withinSquares() + 1)) {
            return Measured.missing(MissingReason.UNDEFINED, "a path is a constant, or explained without rest");
        }
        ClusterRobust.Outcome error = ClusterRobust.of(fit, clusters, last, ClusterRobust.Power.HALF);
        if (!(error.variance() > 0) || !(error.degreesOfFreedom() >= FEWEST_DEGREES)) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    String.format(
                            Locale.ROOT,
                            "a path rests on %.1f degrees of freedom; at least 4 needed",
                            error.degreesOfFreedom() > 0 ? error.degreesOfFreedom() : 0));
        }
        return Measured.of(new Slope(Math.sqrt(error.variance()), error.degreesOfFreedom()));
    }

    private Measured<MediationEffect> whole(
            Paths.Found found, Paths paths, Slope a, Slope b, double[][] columns, int given) {
        List<Paths.Found> drawn = Replications.of(draws, seed, executor, chance -> {
            int[] times = new int[paths.clusters()];
            for (int g = 0; g < times.length; g++) {
                times[chance.nextInt(times.length)]++;
            }
            return paths.at(times);
        });
        List<Paths.Found> usable = drawn.stream().filter(Paths.Found::isThere).toList();
        if (usable.size() < 0.95 * draws) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    draws - usable.size() + " of " + draws + " draws of clusters cannot be computed: too few treated");
        }
        int n = columns[0].length;
        int p = columns.length - 2;
        LeastSquares plain = LeastSquares.of(columns[p + 1], Arrays.copyOf(columns, p + 1), GroupCodes.of(new int[n]));
        double mend = found.b() / plain.coefficients()[p];
        Estimate onMediator = student(found.a(), a.error(), a.degrees(), "units of the mediator", n);
        Estimate ofMediator =
                student(found.b(), Math.abs(mend) * b.error(), b.degrees(), unit + " for a unit of the mediator", n);
        Estimate indirect = percentile(found.indirect(), usable, Paths.Found::indirect, n);
        SplitMix chance = Replications.chance(seed, -1);
        double[] products = new double[draws * 10];
        for (int i = 0; i < products.length; i++) {
            double first = found.a() + a.error() * chance.nextGaussian();
            products[i] = first * (found.b() + Math.abs(mend) * b.error() * chance.nextGaussian());
        }
        Estimate byDraws = interval(found.indirect(), products, n, "a·b, normal draws with CR2 errors");
        return Measured.of(new MediationEffect.Builder()
                .onMediator(onMediator)
                .ofMediator(ofMediator)
                .indirect(indirect)
                .indirectByDraws(byDraws)
                .direct(percentile(found.direct(), usable, Paths.Found::direct, n))
                .total(percentile(found.total(), usable, Paths.Found::total, n))
                .clusters(paths.clusters())
                .leftOut((long) given - n)
                .why(why(found, indirect, byDraws, paths.clusters()))
                .build());
    }

    private Estimate student(double value, double error, double degrees, String own, int n) {
        double reach = Distributions.studentQuantile(degrees, 0.5 + level / 2) * error;
        return Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(level)
                .standardError(error)
                .n(n)
                .unit(own)
                .method("least squares, CR2")
                .build();
    }

    private Estimate percentile(double value, List<Paths.Found> drawn, ToDoubleFunction<Paths.Found> what, int n) {
        return interval(value, drawn.stream().mapToDouble(what).toArray(), n, "cluster bootstrap, percentile interval");
    }

    private Estimate interval(double value, double[] drawn, int n, String method) {
        Arrays.sort(drawn);
        double low = quantile(drawn, (1 - level) / 2);
        double high = quantile(drawn, (1 + level) / 2);
        return Estimate.builder()
                .value(value)
                .lower(Math.min(value, low))
                .upper(Math.max(value, high))
                .level(level)
                .n(n)
                .unit(unit)
                .method(method)
                .build();
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private Explanation why(Paths.Found found, Estimate indirect, Estimate byDraws, int clusters) {
        Explanation why = Explanation.of(
                        "Of a whole effect of %.4g %s, %.4g goes through the mediator, with %.0f %% confidence between %.4g"
                                + " and %.4g [associated].",
                        found.total(), unit, found.indirect(), 100 * level, indirect.lower(), indirect.upper())
                .because(
                        "The treatment changes the mediator by %.4g; a unit of it goes with %.4g %s.",
                        found.a(), found.b(), unit)
                .because("%.4g goes past it.", found.direct())
                .because(
                        "Interval from %d draws of %d whole clusters, seed %d; by normal draws %.4g to %.4g.",
                        draws, clusters, seed, byDraws.lower(), byDraws.upper());
        if (reliability < 1) {
            why = why.because("The mediator has reliability %.2f; its path is mended for that.", reliability);
        }
        return why.because("It must be true: nothing that was not held equal moves both mediator and outcome.");
    }
}
