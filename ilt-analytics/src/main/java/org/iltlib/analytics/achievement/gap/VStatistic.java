package org.iltlib.analytics.achievement.gap;

import java.util.Map;
import java.util.Optional;
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
 * DeLong, D. L. Clarke-Pearson (1988), doi:10.2307/2531595. Pairs are counted in whole numbers, so swapping the groups changes the sign and nothing else. Linear
 * in the levels.
 *
 * <p>Few students can leave an estimated error of 0 or far too small. Each end of an interval is therefore the farther one
 * of DeLong's interval and of the score interval of R. G. Newcombe (2006), method 5, doi:10.1002/sim.2324, which has a width
 * whatever the counts. An error of 0 is left out.
 *
 * @param level the confidence level, between 0 and 1
 */
public record VStatistic(double level) {
    private static final double ROOT = Math.sqrt(2);

    /** Checks the level. */
    public VStatistic {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
    }

    /** Level 0.95. */
    public static VStatistic withDefaults() {
        return new VStatistic(0.95);
    }

    /** V from scores, first group against second, without further assumptions. Missing where one group lies wholly above the other. */
    public Measured<Estimate> of(ScoreCounts first, ScoreCounts second) {
        sameTest(first, second);
        return v(places(first), places(second));
    }

    /**
     * V from counts by level, without further assumptions: ties within a level count half, which draws V to 0 where
     * levels are few. Missing where one group lies wholly above the other.
     */
    public Measured<Estimate> of(LevelCounts first, LevelCounts second) {
        sameLevels(first, second);
        return v(first.toArray(), second.toArray());
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
        sameTest(first, second);
        return superiority(places(first), places(second));
    }

    private static void sameTest(ScoreCounts first, ScoreCounts second) {
        Checks.require(
                first.grid().equals(second.grid()),
                "The grids are %s and %s. Expected the same test.",
                first.grid(),
                second.grid());
    }

    private static long[] places(ScoreCounts scores) {
        long[] counts = new long[scores.grid().size()];
        for (int place = 0; place < counts.length; place++) {
            counts[place] = scores.count(place);
        }
        return counts;
    }

    /**
     * The chance that a student of the first group stands higher than one of the second, ties counted half. It is reported
     * for parted groups too, as 0 or 1 with the interval of Newcombe.
     *
     * @return missing if a group has fewer than two students
     */
    public Measured<Estimate> superiority(LevelCounts first, LevelCounts second) {
        sameLevels(first, second);
        return superiority(first.toArray(), second.toArray());
    }

    private static void sameLevels(LevelCounts first, LevelCounts second) {
        Checks.require(
                first.levels() == second.levels(),
                "There are %s and %s levels. Expected the same.",
                first.levels(),
                second.levels());
    }

    private Measured<Estimate> superiority(long[] a, long[] b) {
        return PairCounts.of(a, b).map(pairs -> {
            double p = pairs.share();
            double reach = pairs.error() * Distributions.normalQuantile((1 + level) / 2);
            double lower = Math.min(p - reach, pairs.scoreEnd(p, level));
            double upper = Math.max(p + reach, 1 - pairs.scoreEnd(pairs.otherShare(), level));
            return estimate(pairs)
                    .value(p)
                    .lower(Math.max(0, lower))
                    .upper(Math.min(1, Math.max(p, upper)))
                    .standardError(known(pairs.error()))
                    .unit("share of pairs")
                    .method(
                            "probability of superiority, the wider of the intervals of DeLong and others and of Newcombe")
                    .build();
        });
    }

    private Measured<Estimate> v(long[] a, long[] b) {
        return PairCounts.of(a, b).flatMap(pairs -> {
            if (pairs.isParted()) {
                return Measured.missing(MissingReason.UNDEFINED, "one group lies wholly above the other");
            }
            double p = pairs.share();
            double q = pairs.otherShare();
            double probit = Distributions.normalQuantile(Math.min(p, q));
            double density = Math.exp(-probit * probit / 2) / Math.sqrt(2 * Math.PI);
            double error = ROOT * pairs.error() / density;
            double value = p <= q ? ROOT * probit : -ROOT * probit;
            double reach = error * Distributions.normalQuantile((1 + level) / 2);
            double lower = ROOT * Distributions.normalQuantile(pairs.scoreEnd(p, level));
            double upper = -ROOT * Distributions.normalQuantile(pairs.scoreEnd(q, level));
            return Measured.of(estimate(pairs)
                    .value(value)
                    .lower(Math.min(value - reach, lower))
                    .upper(Math.max(value + reach, upper))
                    .standardError(known(error))
                    .unit("standard deviations")
                    .method("V, the wider of the intervals by the delta method and of Newcombe")
                    .build());
        });
    }

    private Estimate.Builder estimate(PairCounts pairs) {
        Estimate.Builder builder = Estimate.builder();
        builder.level(level).n(pairs.n());
        return builder;
    }

    private static Optional<Double> known(double error) {
        return error > 0 ? Optional.of(error) : Optional.empty();
    }
}
