package org.iltlib.analytics.achievement.gap;

import java.util.Map;
import org.iltlib.analytics.achievement.coarse.Hetop;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.analytics.stats.merge.ScoreCounts;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The gap of two groups that no stretching of the scale can change: {@code V = √2 Φ⁻¹(P)}, where P is the chance that a
 * student of the first outscores one of the second, ties counted half. For two normal groups of equal spread it is the
 * difference of means in standard deviations. Immutable.
 *
 * <p>Source: A. D. Ho, S. F. Reardon (2012), doi:10.3102/1076998611411918. The variance of P is that of E. R. DeLong, D. M.
 * DeLong, D. L. Clarke-Pearson (1988), doi:10.2307/2531595. Linear in the levels.
 *
 * @param level the confidence level, between 0 and 1
 */
public record VStatistic(double level) {
    /** Checks the level. */
    public VStatistic {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
    }

    /** Level 0.95. */
    public static VStatistic withDefaults() {
        return new VStatistic(0.95);
    }

    /** V from scores, first group against second, without further assumptions. */
    public Measured<Estimate> of(ScoreCounts first, ScoreCounts second) {
        return superiority(first, second).flatMap(this::fromSuperiority);
    }

    /**
     * V from counts by level, without further assumptions: ties within a level count half, which draws V to 0 where
     * levels are few. Missing where one group lies wholly above the other.
     */
    public Measured<Estimate> of(LevelCounts first, LevelCounts second) {
        return superiority(first, second).flatMap(this::fromSuperiority);
    }

    /** V from counts by level if both groups are normal on some common scale, by maximum likelihood; see {@link Hetop}. */
    public Measured<Estimate> binormal(LevelCounts first, LevelCounts second) {
        return Hetop.withDefaults()
                .of(GroupLevels.of(Map.of("first", first, "second", second)))
                .flatMap(fit -> fit.gap("first", "second"))
                .map(this::atLevel);
    }

    private Estimate atLevel(Estimate gap) {
        double reach = gap.standardError().orElse(0.0) * Distributions.normalQuantile((1 + level) / 2);
        return gap.toBuilder()
                .lower(gap.value() - reach)
                .upper(gap.value() + reach)
                .level(level)
                .build();
    }

    /** The chance that a student of the first group outscores one of the second; see {@link #superiority(LevelCounts, LevelCounts)}. */
    public Measured<Estimate> superiority(ScoreCounts first, ScoreCounts second) {
        Checks.require(
                first.grid().equals(second.grid()),
                "The grids are %s and %s. Expected the same test.",
                first.grid(),
                second.grid());
        int size = first.grid().size();
        long[] a = new long[size];
        long[] b = new long[size];
        for (int place = 0; place < size; place++) {
            a[place] = first.count(place);
            b[place] = second.count(place);
        }
        return superiority(a, b);
    }

    /** The chance that a student of the first group stands higher than one of the second, ties counted half. */
    public Measured<Estimate> superiority(LevelCounts first, LevelCounts second) {
        Checks.require(
                first.levels() == second.levels(),
                "There are %s and %s levels. Expected the same.",
                first.levels(),
                second.levels());
        return superiority(first.toArray(), second.toArray());
    }

    private Measured<Estimate> superiority(long[] a, long[] b) {
        double m = sum(a);
        double n = sum(b);
        if (m < 2 || n < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + (long) m + " and " + (long) n);
        }
        double wins = 0;
        double belowA = 0;
        double belowB = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            double placedA = (belowB + b[i] / 2.0) / n; // the share of the second below a student of the first
            double placedB = (m - belowA - a[i] / 2.0) / m; // the share of the first above a student of the second
            wins += a[i] * placedA / m;
            squareA += a[i] * placedA * placedA;
            squareB += b[i] * placedB * placedB;
            belowA += a[i];
            belowB += b[i];
        }
        double varianceA = Math.max(0, squareA - m * wins * wins) / (m - 1) / m;
        double varianceB = Math.max(0, squareB - n * wins * wins) / (n - 1) / n;
        double error = Math.sqrt(varianceA + varianceB);
        double reach = error * Distributions.normalQuantile((1 + level) / 2);
        return Measured.of(Estimate.builder()
                .value(wins)
                .lower(Math.max(0, wins - reach))
                .upper(Math.min(1, wins + reach))
                .level(level)
                .standardError(error)
                .n((long) (m + n))
                .unit("share of pairs")
                .method("probability of superiority, interval of DeLong and others")
                .build());
    }

    private static double sum(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private Measured<Estimate> fromSuperiority(Estimate chance) {
        double p = chance.value();
        if (p <= 0 || p >= 1) {
            return Measured.missing(MissingReason.UNDEFINED, "one group lies wholly above the other");
        }
        double probit = Distributions.normalQuantile(p);
        double density = Math.exp(-probit * probit / 2) / Math.sqrt(2 * Math.PI);
        double error = Math.sqrt(2) * chance.standardError().orElse(0.0) / density;
        double value = Math.sqrt(2) * probit;
        double reach = error * Distributions.normalQuantile((1 + level) / 2);
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(level)
                .standardError(error)
                .n(chance.n())
                .unit("standard deviations")
                .method("V, normal interval by the delta method")
                .build());
    }
}
