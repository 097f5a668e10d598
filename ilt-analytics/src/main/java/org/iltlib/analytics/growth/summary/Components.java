package org.iltlib.analytics.growth.summary;

import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * How groups differ: τ² by analysis of variance, not below zero, and σ².
 *
 * <p>A mean drawn in by λ = τ²/(τ² + σ²/n) is off by τ²(1 − λ)²(1 − 2w + Σw²) + σ²(λ²/n + (1 − λ²)/N), squared and on
 * average, if both variances are known, w being the group's share of all N students; and by 2·Var(τ²)·(σ²/n)²/(τ² + σ²/n)³
 * more because τ² is not. Sources: Prasad &amp; Rao (1990), doi:10.1080/01621459.1990.10475320, for what is added; Searle
 * (1971), Linear Models, chapter 11, for Var(τ²) of groups of unlike sizes.
 */
final class Components {
    private final Measured<Double> between;
    private final double within;
    private final double mean;
    private final double students;
    private final double squares;
    private final double cubes;
    private final int groups;

    private Components(Measured<Double> between, double within, Moments all, double[] sums, int groups) {
        this.between = between;
        this.within = within;
        this.mean = all.mean();
        this.students = all.n();
        this.squares = sums[0];
        this.cubes = sums[1];
        this.groups = groups;
    }

    /** Of those groups; empty ones do not count. */
    static Components of(Moments[] groups) {
        Moments all = Moments.EMPTY;
        double[] sums = new double[2];
        double inner = 0;
        int filled = 0;
        for (Moments group : groups) {
            double n = group.n();
            all = all.merge(group);
            sums[0] += n * n;
            sums[1] += n * n * n;
            inner += group.squares();
            filled += n > 0 ? 1 : 0;
        }
        if (filled < 2 || all.n() <= filled) {
            return new Components(
                    Measured.missing(MissingReason.TOO_FEW, filled + " groups tell nothing of groups"),
                    0,
                    all,
                    sums,
                    filled);
        }
        double within = inner / (all.n() - filled);
        double size = (all.n() - sums[0] / all.n()) / (filled - 1);
        double across = Math.max(0, all.squares() - inner) / (filled - 1);
        return new Components(Measured.of(Math.max(0, (across - within) / size)), within, all, sums, filled);
    }

    /** λ for a group of so many. */
    Measured<Double> reliability(long n) {
        return between.flatMap(tau -> tau + within > 0
                ? Measured.of(tau / (tau + within / n))
                : Measured.missing(MissingReason.UNDEFINED, "all percentiles are alike"));
    }

    /**
     * The mean drawn in, with the error of the prediction and Student's t of one less than the groups. Missing, if students
     * do not differ within groups.
     */
    Measured<Estimate> shrunken(Moments group, double level) {
        return reliability(group.n()).flatMap(share -> {
            double error = Math.sqrt(square((double) group.n(), share, between.orElse(0.0)));
            if (!(error > 0)) {
                return Measured.missing(MissingReason.UNDEFINED, "nothing varies within groups");
            }
            double value = mean + share * (group.mean() - mean);
            double reach = error * Distributions.studentQuantile(groups - 1, (1 + level) / 2);
            return Measured.of(Estimate.builder()
                    .value(value)
                    .lower(value - reach)
                    .upper(value + reach)
                    .level(level)
                    .standardError(error)
                    .n(group.n())
                    .unit("percentile")
                    .method("mean, shrunken by reliability towards the mean of all students shown, error of prediction")
                    .build());
        });
    }

    private double square(double n, double share, double tau) {
        double own = within / n;
        double known = tau * (1 - share) * (1 - share) * (1 - 2 * n / students + squares / (students * students))
                + within * (share * share / n + (1 - share * share) / students);
        double total = tau + own;
        return known + 2 * own * own / (total * total * total) * spread(tau);
    }

    /** The variance of τ². */
    private double spread(double tau) {
        double rest = students * students - squares;
        double inner = 2
                * within
                * within
                * students
                * students
                * (students - 1)
                * (groups - 1)
                / ((students - groups) * rest * rest);
        double both = 4 * students * within * tau / rest;
        double outer = 2
                * tau
                * tau
                * (students * students * squares + squares * squares - 2 * students * cubes)
                / (rest * rest);
        return inner + both + outer;
    }
}
