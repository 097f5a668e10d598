package org.iltlib.analytics.achievement.status;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.analytics.stats.ClopperPearson;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.analytics.stats.merge.ScoreCounts;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * How a status is read from counts of scores. Immutable.
 *
 * @param cuts the lowest score of each level above the lowest level, in points, rising
 * @param level the confidence level of every interval
 * @param shares which interval shares get
 */
public record StatusRule(List<Double> cuts, double level, ShareInterval shares) {
    /** Intervals of shares. */
    public enum ShareInterval {
        /** Wilson's: right on average, the usual choice. */
        WILSON,
        /** That of Clopper and Pearson: never too narrow. */
        EXACT
    }

    /** The quartiles, which every reading has. */
    private static final List<Double> QUARTILES = List.of(0.25, 0.5, 0.75);

    /** Copies the cuts and checks them. */
    public StatusRule {
        cuts = List.copyOf(Checks.notEmpty(cuts, "cuts"));
        for (int i = 0; i < cuts.size(); i++) {
            double before = i == 0 ? Double.NEGATIVE_INFINITY : cuts.get(i - 1);
            Checks.require(Checks.finite(cuts.get(i), "cut") > before, "The cuts are %s. Expected a rise.", cuts);
        }
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
    }

    /** These cuts, level 0.95, Wilson intervals. */
    public static StatusRule withCuts(double... cuts) {
        return new StatusRule(Arrays.stream(cuts).boxed().toList(), 0.95, ShareInterval.WILSON);
    }

    /** A copy with that level. */
    public StatusRule withLevel(double level) {
        return new StatusRule(cuts, level, shares);
    }

    /** A copy with that interval for shares. */
    public StatusRule withShares(ShareInterval shares) {
        return new StatusRule(cuts, level, shares);
    }

    /**
     * The status of these students.
     *
     * @param scores the scores seen
     * @param expected how many students should have one, at least as many as have
     */
    public StatusReading of(ScoreCounts scores, long expected) {
        long n = scores.n();
        Checks.require(
                expected >= n,
                "expected is %s and there are %s scores. Expected at least as many. Maybe a student is counted twice.",
                expected,
                n);
        LevelCounts levels =
                scores.levels(cuts.stream().mapToDouble(Double::doubleValue).toArray());
        StatusReading.Builder reading = new StatusReading.Builder()
                .n(n)
                .expected(expected)
                .levels(levels)
                .mean(MeanInterval.withDefaults().withLevel(level).of(scores.moments()))
                .scores(scores.moments());
        IntStream.rangeClosed(1, cuts.size()).forEach(cut -> reading.addAtOrAbove(share(levels.atOrAbove(cut), n)));
        IntStream.range(0, levels.levels()).forEach(at -> reading.addShares(share(levels.count(at), n)));
        QUARTILES.forEach(p -> reading.addQuartiles(new QuantileInterval(p, level).of(scores)));
        return reading.build();
    }

    private Measured<Estimate> share(long successes, long n) {
        return shares == ShareInterval.EXACT
                ? new ClopperPearson(level).of(successes, n)
                : new WilsonInterval(level).of(successes, n);
    }

    /**
     * The status of each group of a whole; small groups are withheld, with one more where it would give them away.
     *
     * @param groups the scores by group
     * @param expected how many students of each group should have a score
     * @throws IllegalArgumentException if the two name different groups
     */
    public SortedMap<String, Measured<StatusReading>> byGroup(
            Map<String, ScoreCounts> groups, Map<String, Long> expected, SuppressionPolicy policy) {
        Checks.require(
                groups.keySet().equals(expected.keySet()),
                "The groups are %s and %s. Expected the same.",
                new TreeSet<>(groups.keySet()),
                new TreeSet<>(expected.keySet()));
        Map<String, Long> sizes = new TreeMap<>();
        groups.forEach((name, scores) -> sizes.put(name, scores.n()));
        SmallGroups.Shown shown = SmallGroups.of(policy).among(sizes);
        SortedMap<String, Measured<StatusReading>> readings = new TreeMap<>();
        new TreeMap<>(groups)
                .forEach((name, scores) -> readings.put(
                        name, shown.show(name, () -> Measured.of(of(scores, expected.getOrDefault(name, 0L))))));
        return readings;
    }
}
