package org.iltlib.analytics.achievement.coarse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.achievement.coarse.HetopGroup.Basis;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Means and spreads of groups from counts by level, on the scale where all students have mean 0 and variance 1.
 * Standard errors come from the curvature of the likelihood by the delta method; the groups' shares of the students
 * count as known. Immutable.
 */
public final class HetopFit {
    private final List<HetopGroup> groups;
    private final List<String> names;
    private final List<Double> cuts;
    private final Precision precision;
    private final int border;
    private final double logLikelihood;
    private final double certificate;
    private final int sign; // of the fit's scale
    private final double between;
    private final double correctedBetween;

    HetopFit(GroupLevels table, CoarseFit fit) {
        sign = fit.reversed() ? -1 : 1;
        precision = new Precision(fit);
        border = fit.border();
        certificate = fit.certificate();
        names = List.copyOf(table.groups().keySet());
        int size = names.size();
        double n = table.total().n();
        double mean = 0;
        double likelihood = 0;
        for (int g = 0; g < size; g++) {
            CoarseGroup group = fit.groups().get(g);
            mean += group.n / n * precision.mean(g);
            likelihood -= group.atAnEnd() ? 0 : group.valueAt(fit.cuts(), group.alpha, group.beta);
        }
        logLikelihood = likelihood;
        double within = 0;
        double across = 0;
        Precision.Sum first = new Precision.Sum(border); // less the mean of all
        Precision.Sum second = new Precision.Sum(border); // the variance of all
        double both = 0;
        double[][] terms = new double[size][];
        for (int g = 0; g < size; g++) {
            double p = fit.groups().get(g).n / n;
            double off = precision.mean(g) - mean;
            within += p * precision.spread(g) * precision.spread(g);
            across += p * off * off;
            terms[g] = new double[] {-p, 0, 2 * p * off, 2 * p * precision.spread(g)};
            precision.add(first, g, terms[g][0], terms[g][1]);
            precision.add(second, g, terms[g][2], terms[g][3]);
            both += precision.own(g, terms[g]);
        }
        double unit = Math.sqrt(within + across);
        double noise = 0;
        List<HetopGroup> found = new ArrayList<>();
        for (int g = 0; g < size; g++) {
            CoarseGroup group = fit.groups().get(g);
            double off = precision.mean(g) - mean;
            double spread = precision.spread(g);
            double shrink = -1 / (2 * unit * unit);
            noise += group.n / n * precision.variance(first, second, both, 0, g, terms[g], 1, 0);
            double meanVariance = precision.variance(first, second, both, shrink * off, g, terms[g], 1, 0);
            Precision.Sum nothing = new Precision.Sum(border);
            double[] onlySecond = {0, 0, terms[g][2], terms[g][3]};
            double spreadVariance = precision.variance(nothing, second, 0, shrink * spread, g, onlySecond, 0, 1);
            boolean assumed = group.atAnEnd();
            boolean sparse = !assumed && !group.leads;
            found.add(new HetopGroup.Builder()
                    .name(names.get(g))
                    .n(group.n)
                    .mean(sign * off / unit + 0.0)
                    .meanError(assumed ? unknown() : error(meanVariance, unit))
                    .spread(spread / unit)
                    .spreadError(assumed || sparse ? unknown() : error(spreadVariance, unit))
                    .basis(assumed ? Basis.MEAN_ASSUMED : sparse ? Basis.SPREAD_ASSUMED : Basis.ESTIMATED)
                    .build());
        }
        groups = List.copyOf(found);
        between = across / (across + within);
        double less = Math.max(0, across - noise);
        correctedBetween = less / (less + within);
        List<Double> scaled = new ArrayList<>();
        for (double cut : fit.cuts()) {
            scaled.add(sign * (cut - mean) / unit + 0.0);
        }
        if (sign < 0) {
            Collections.reverse(scaled);
        }
        cuts = List.copyOf(scaled);
    }

    private static Measured<Double> error(double variance, double unit) {
        double error = Math.sqrt(variance) / unit;
        return error > 0 && Double.isFinite(error)
                ? Measured.of(error)
                : Measured.missing(MissingReason.UNDEFINED, "the curvature tells no error");
    }

    /** Whether means, spreads and shares are numbers. */
    boolean isFinite() {
        boolean all = Double.isFinite(between) && Double.isFinite(logLikelihood);
        for (HetopGroup group : groups) {
            all &= Double.isFinite(group.mean()) && Double.isFinite(group.spread()) && group.spread() > 0;
        }
        return all;
    }

    private static Measured<Double> unknown() {
        return Measured.missing(MissingReason.UNDEFINED, "taken from the other groups");
    }

    /** The groups, by name. */
    public List<HetopGroup> groups() {
        return groups;
    }

    /**
     * The group of that name. Logarithmic time.
     *
     * @throws IllegalArgumentException if there is none
     */
    public HetopGroup group(String name) {
        return groups.get(place(name));
    }

    /** The group of that name, if there is one. */
    public Optional<HetopGroup> findGroup(String name) {
        int place = Collections.binarySearch(names, name);
        return place < 0 ? Optional.empty() : Optional.of(groups.get(place));
    }

    private int place(String name) {
        int place = Collections.binarySearch(names, name);
        Checks.require(place >= 0, "There is no group \"%s\". Expected one of %s groups.", name, names.size());
        return place;
    }

    /** The cuts between the levels, lowest first. */
    public List<Double> cuts() {
        return cuts;
    }

    /** The log-likelihood at the maximum, without the constant of the multinomial and without the pooling's penalty. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** The largest derivative of the log-likelihood by any parameter, in absolute value: near 0 at a maximum. */
    public double gradient() {
        return certificate;
    }

    /** The share of the variance of all students that lies between the groups' means. */
    public double intraclassCorrelation() {
        return between;
    }

    /**
     * The same with the variance between the groups less what the errors of the means add to it, the mean of their
     * squared standard errors, not below 0. Our own simple correction, which leaves the variance within as it is.
     */
    public double correctedIntraclassCorrelation() {
        return correctedBetween;
    }

    /**
     * The gap of two groups, first less second, as V: in standard deviations, the root of their mean variance. Normal
     * 95 % interval by the delta method. It depends on no scale, only on the order of the levels.
     *
     * @return missing if a group's mean is assumed, or the curvature tells no error
     * @throws IllegalArgumentException if a group is unknown, or the two are one
     */
    public Measured<Estimate> gap(String first, String second) {
        Checks.require(!first.equals(second), "Both groups are \"%s\". Expected two.", first);
        int a = place(first);
        int b = place(second);
        if (groups.get(a).basis() == Basis.MEAN_ASSUMED || groups.get(b).basis() == Basis.MEAN_ASSUMED) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "a group has all its students at the lowest or highest level");
        }
        double difference = precision.mean(a) - precision.mean(b);
        double square = (Math.pow(precision.spread(a), 2) + Math.pow(precision.spread(b), 2)) / 2;
        double unit = Math.sqrt(square);
        Precision.Sum sum = new Precision.Sum(border);
        double bySpread = -difference / (2 * square * unit);
        precision.add(sum, a, 1 / unit, bySpread * precision.spread(a));
        precision.add(sum, b, -1 / unit, bySpread * precision.spread(b));
        double error = Math.sqrt(Precision.variance(sum));
        double value = sign * difference / unit + 0.0;
        if (!(error > 0 && Double.isFinite(error) && Double.isFinite(value))) {
            return Measured.missing(MissingReason.UNDEFINED, "the curvature tells no error");
        }
        double reach = error * Distributions.normalQuantile(0.975);
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(0.95)
                .standardError(error)
                .n(groups.get(a).n() + groups.get(b).n())
                .unit("standard deviations")
                .method("V from ordered probit, normal interval by the delta method")
                .build());
    }

    /** Such as {@code 200 groups, intraclass correlation 0.18}. */
    @Override
    public String toString() {
        return groups.size() + " groups, intraclass correlation " + String.format(Locale.ROOT, "%.3f", between);
    }
}
