package org.iltlib.analytics.progress.control;

import java.util.Set;
import org.hipparchus.special.Gamma;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.base.Checks;

/**
 * A control chart of shares of different totals, such as absent students of all, week by week: p̄ ± 3 σz √(p̄(1 − p̄)/n).
 * With σz = 1 it is the p chart. School data scatter more than coins, for what keeps one student at home keeps others
 * too, and with large totals a p chart then alarms all the time: Laney's p′ chart takes σz from the steps between the
 * standardised shares. Immutable.
 *
 * <pre>{@code
 * ShareChart chart = ShareChart.laney(absent, enrolled);
 * chart.isOutside(61, 612);
 * chart.signals(0.08, 612, 612, 608);         // the chance of a point outside if the true share is 8 %
 * }</pre>
 *
 * <p>Source: Laney 2002, Improved control charts for attributes, doi:10.1081/QEN-120006555.
 *
 * @param share the centre p̄, 0 to 1
 * @param spread σz, how many times a coin's scatter, zero or more
 */
public record ShareChart(double share, double spread) {
    private static final double STEP = 1.128; // the mean step between normal neighbours, in standard deviations

    /** Checks the numbers. */
    public ShareChart {
        Checks.share(share, "share");
        Checks.finite(spread, "spread");
        Checks.require(spread >= 0, "spread is %s. Expected zero or more.", spread);
    }

    /** The p chart of these. O(n). */
    public static ShareChart of(long[] counts, long[] totals) {
        Checks.require(
                counts.length == totals.length,
                "There are %s count(s) and %s total(s). Expected as many.",
                counts.length,
                totals.length);
        Checks.require(counts.length > 0, "There is no count. Expected at least one.");
        double count = 0;
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            check(counts[i], totals[i]);
            count += counts[i];
            total += totals[i];
        }
        return new ShareChart(count / total, 1);
    }

    /**
     * The p′ chart of these, at least two. O(n).
     *
     * @throws IllegalArgumentException if the shares are all 0 or all 1, for then there is no scatter to measure
     */
    public static ShareChart laney(long[] counts, long[] totals) {
        ShareChart plain = of(counts, totals);
        Checks.require(counts.length >= 2, "There is one count. Expected at least two.");
        Checks.require(
                plain.share > 0 && plain.share < 1, "All shares are %s. Expected some that differ.", plain.share);
        double steps = 0;
        for (int i = 1; i < counts.length; i++) {
            steps += Math.abs(plain.deviations(counts[i], totals[i]) - plain.deviations(counts[i - 1], totals[i - 1]));
        }
        return new ShareChart(plain.share, steps / (counts.length - 1) / STEP);
    }

    private static void check(long count, long total) {
        Checks.positive(total, "total");
        Checks.require(count >= 0 && count <= total, "count is %s. Expected 0 to the total, %s.", count, total);
    }

    private double deviation(long total) {
        return Math.sqrt(share * (1 - share) / Checks.positive(total, "total")) * spread;
    }

    private double deviations(long count, long total) {
        double distance = (double) count / total - share;
        return Math.abs(distance) < 1e-12 ? 0 : distance / deviation(total);
    }

    /** The lower limit for that total, never below 0. */
    public double lower(long total) {
        return Math.max(0, share - 3 * deviation(total));
    }

    /** The upper limit for that total, never above 1. */
    public double upper(long total) {
        return Math.min(1, share + 3 * deviation(total));
    }

    /** Whether that count of that total lies outside the limits. */
    public boolean isOutside(long count, long total) {
        check(count, total);
        return Math.abs(deviations(count, total)) > 3;
    }

    /** A watch with this centre and spread, frozen. */
    public ShareWatch watch(Set<ControlSignal.Rule> rules) {
        return new ShareWatch(this, rules);
    }

    /**
     * The chance that any of so many points lies outside, if all have this true share: exact, with the counts binomial,
     * or beta-binomial of the chart's spread where that is above 1. The limits count as known: those of a short baseline
     * alarm more. O(sum of totals).
     *
     * @param trueShare 0 to 1; the chart's own for the false-alarm rate
     * @param totals of the points, each at least 1
     */
    public Chance signals(double trueShare, long... totals) {
        Checks.share(trueShare, "trueShare");
        double quiet = 1;
        for (long total : totals) {
            Checks.positive(total, "total");
            double outside = 0;
            for (long count = 0; count <= total; count++) {
                outside += isOutside(count, total) ? probability(count, total, trueShare) : 0;
            }
            quiet *= 1 - Math.min(1, outside);
        }
        return Chance.exact(1 - quiet);
    }

    /** The probability of that count, binomial or beta-binomial of this spread. */
    double probability(long count, long total, double p) {
        if (p <= 0 || p >= 1) {
            return count == (p <= 0 ? 0 : total) ? 1 : 0;
        }
        double choose = Gamma.logGamma(total + 1.0) - Gamma.logGamma(count + 1.0) - Gamma.logGamma(total - count + 1.0);
        double correlation = total > 1 ? Math.min(0.999, (spread * spread - 1) / (total - 1)) : 0;
        if (correlation < 1e-9) {
            return StrictMath.exp(choose + count * StrictMath.log(p) + (total - count) * StrictMath.log1p(-p));
        }
        double strength = 1 / correlation - 1;
        return StrictMath.exp(choose
                + beta(count + p * strength, total - count + (1 - p) * strength)
                - beta(p * strength, (1 - p) * strength));
    }

    private static double beta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }

    double thirds(long count, long total) {
        check(count, total);
        return deviations(count, total);
    }
}
