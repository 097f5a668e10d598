package org.iltlib.analytics.achievement.composition;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The group that stands lowest, among those large enough to be shown: what an average hides. Immutable.
 *
 * <p>The lowest of several numbers is lower than its truth on average, for it was picked for being low; so the interval
 * is that of all groups at once, by Bonferroni: with k groups at level 1 − (1 − level)/k. Of two equal groups the first
 * by name is told.
 *
 * @param policy how small a group may be
 * @param level the level of the interval, between 0 and 1
 */
public record WorstOff(SuppressionPolicy policy, double level) {
    /**
     * What came out.
     *
     * @param group the group
     * @param estimate where it stands
     * @param leftOut the groups too small to be looked at, by name
     */
    public record Result(String group, Estimate estimate, SortedSet<String> leftOut) {}

    /** Checks the level. */
    public WorstOff {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
    }

    /** Level 0.95 under that policy. */
    public static WorstOff of(SuppressionPolicy policy) {
        return new WorstOff(policy, 0.95);
    }

    /** The lowest share, of totals that count successes; missing if no group is large enough. */
    public Measured<Result> ofShares(Map<String, GroupTotal> groups) {
        SortedMap<String, GroupTotal> shown = new TreeMap<>(groups);
        shown.values().removeIf(group -> small(group.n(), 1));
        SortedMap<String, Measured<Estimate>> found = new TreeMap<>();
        WilsonInterval interval = WilsonInterval.withDefaults().withLevel(joint(shown.size()));
        shown.forEach((name, group) -> found.put(name, interval.of(group.total(), group.n())));
        return lowest(found, groups);
    }

    /** The lowest mean; missing if no group is large enough, which takes at least two students. */
    public Measured<Result> ofMeans(Map<String, Moments> groups) {
        SortedMap<String, Moments> shown = new TreeMap<>(groups);
        shown.values().removeIf(group -> small(group.n(), 2));
        SortedMap<String, Measured<Estimate>> found = new TreeMap<>();
        MeanInterval interval = MeanInterval.withDefaults().withLevel(joint(shown.size()));
        shown.forEach((name, group) -> found.put(name, interval.of(group)));
        return lowest(found, groups);
    }

    private boolean small(long n, int least) {
        return n < least || policy.hides(n);
    }

    private double joint(int groups) {
        return 1 - (1 - level) / Math.max(1, groups);
    }

    private static Measured<Result> lowest(SortedMap<String, Measured<Estimate>> found, Map<String, ?> all) {
        SortedSet<String> leftOut = new TreeSet<>(all.keySet());
        leftOut.removeAll(found.keySet());
        return found.entrySet().stream()
                .flatMap(entry ->
                        entry
                                .getValue()
                                .map(estimate -> new Result(entry.getKey(), estimate, leftOut))
                                .value()
                                .stream())
                .min(Comparator.comparingDouble(result -> result.estimate().value()))
                .map(Measured::of)
                .orElse(Measured.missing(MissingReason.TOO_FEW, "no group is large enough"));
    }
}
