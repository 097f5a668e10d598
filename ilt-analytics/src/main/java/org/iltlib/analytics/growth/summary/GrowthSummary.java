package org.iltlib.analytics.growth.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;

/**
 * The growth of each school of a cohort. Immutable. Linear in the students.
 *
 * <p>The schools that are shown tell how much schools differ (τ², by analysis of variance, not below zero) and how much
 * students within them (σ²); of those withheld nothing goes into anything that is shown. A school below the policy's minimum
 * is withheld; where one alone is, or all that are have together fewer students than the minimum, the smallest of the others
 * is withheld with them, because the mean of all would give them away ({@link SmallGroups}). Ranks are bands, see
 * {@link RankBand}.
 *
 * <p>A mean inherits the errors of the earlier scores: schools whose students scored low before look a little worse than
 * they are. Hand over percentiles corrected for these errors too, and both means stand side by side.
 *
 * @param policy how few students may be shown
 * @param level the confidence level
 * @param target the percentile that counts as target, unless students have targets of their own
 */
public record GrowthSummary(SuppressionPolicy policy, double level, int target) {
    private static final int[] NONE = {};

    /** Checks level and target. */
    public GrowthSummary {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        Checks.require(target >= 1 && target <= 99, "target is %s. Expected 1 to 99.", target);
    }

    /** Level 0.95, target 50. */
    public static GrowthSummary withDefaults(SuppressionPolicy policy) {
        return new GrowthSummary(policy, 0.95, 50);
    }

    /** A copy with that level. */
    public GrowthSummary withLevel(double level) {
        return new GrowthSummary(policy, level, target);
    }

    /** A copy with that target. */
    public GrowthSummary withTarget(int target) {
        return new GrowthSummary(policy, level, target);
    }

    /** The schools with students in the cohort, by name. */
    public List<GroupGrowth> of(GrowthPercentiles growth) {
        return of(growth.cohort(), growth.percentiles(), NONE, NONE);
    }

    /**
     * The same with other percentiles beside.
     *
     * @param corrected one a student, 0 where there is none
     */
    public List<GroupGrowth> of(GrowthPercentiles growth, int[] corrected) {
        return of(growth.cohort(), growth.percentiles(), corrected, NONE);
    }

    /**
     * From percentiles as numbers.
     *
     * @param cohort tells the schools
     * @param percentiles one a student, 1 to 99, 0 where there is none
     * @param corrected the same, corrected for measurement error; empty if there are none
     * @param targets for each student the percentile aimed at; empty if all have the same
     */
    public List<GroupGrowth> of(GrowthCohort cohort, int[] percentiles, int[] corrected, int[] targets) {
        int[] codes = IntStream.range(0, cohort.size()).map(cohort::school).toArray();
        return of(cohort.schoolNames(), codes, percentiles, corrected, targets);
    }

    /**
     * Of any groups: the schools of several cohorts together, or groups of students.
     *
     * @param names of the groups
     * @param codes for each student a place among the names; below 0 where there is none
     * @param percentiles one a student, 1 to 99, 0 where there is none
     * @param corrected the same, corrected for measurement error; empty if there are none
     * @param targets for each student the percentile aimed at; empty if all have the same
     */
    public List<GroupGrowth> of(List<String> names, int[] codes, int[] percentiles, int[] corrected, int[] targets) {
        for (int[] array : List.of(percentiles, corrected, targets)) {
            boolean isLeftOut = array.length == 0 && percentiles.length > 0;
            Checks.require(
                    array.length == codes.length || isLeftOut,
                    "There are %s numbers of %s students.",
                    array.length,
                    codes.length);
        }
        int groups = names.size();
        Moments[] plain = new Moments[groups];
        Moments[] better = new Moments[groups];
        Arrays.fill(plain, Moments.EMPTY);
        Arrays.fill(better, Moments.EMPTY);
        long[] met = new long[groups];
        long[][] counts = new long[groups][100];
        for (int place = 0; place < percentiles.length; place++) {
            int group = codes[place];
            int value = percentiles[place];
            if (group < 0 || value == 0) {
                continue;
            }
            Checks.require(value > 0 && value < 100, "A percentile is %s. Expected 0 to 99.", value);
            plain[group] = plain[group].with(value);
            counts[group][value]++;
            met[group] += value >= (targets.length == 0 ? target : targets[place]) ? 1 : 0;
            if (corrected.length > 0 && corrected[place] > 0) {
                better[group] = better[group].with(corrected[place]);
            }
        }
        SmallGroups.Shown shown = shown(names, plain);
        boolean[] hidden = new boolean[groups];
        for (int group = 0; group < groups; group++) {
            hidden[group] = !shown.shows(key(names, group));
        }
        List<Measured<Estimate>> means = new ArrayList<>();
        MeanInterval interval = new MeanInterval(level, "percentile");
        for (int group = 0; group < groups; group++) {
            means.add(
                    hidden[group]
                            ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                            : within(interval.of(plain[group])));
        }
        Components components = Components.of(open(plain, hidden));
        List<GroupGrowth> found = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            if (plain[group].n() == 0) {
                continue;
            }
            GroupReading.Builder reading = new GroupReading.Builder()
                    .n(plain[group].n())
                    .mean(means.get(group))
                    .median(new MedianPercentile(level).of(counts[group]))
                    .shrunken(within(components.shrunken(plain[group], level)))
                    .reliability(components.reliability(plain[group].n()))
                    .atTarget(new WilsonInterval(level).of(met[group], plain[group].n()))
                    .rank(rank(means, group));
            if (corrected.length > 0) {
                reading.corrected(
                        policy.hides(better[group].n())
                                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                                : within(interval.of(better[group])));
            }
            found.add(new GroupGrowth(
                    names.get(group), shown.show(key(names, group), () -> Measured.of(reading.build()))));
        }
        found.sort(Comparator.comparing(GroupGrowth::name));
        return List.copyOf(found);
    }

    /** Which groups with students are withheld, and why. */
    private SmallGroups.Shown shown(List<String> names, Moments[] groups) {
        Map<String, Long> sizes = new TreeMap<>();
        for (int group = 0; group < groups.length; group++) {
            if (groups[group].n() > 0) {
                sizes.put(key(names, group), groups[group].n());
            }
        }
        return SmallGroups.of(policy).among(sizes);
    }

    /** The place tells groups of one name apart. */
    private static String key(List<String> names, int group) {
        return names.get(group) + " " + group;
    }

    /** The moments of those groups that are shown; nobody for the others. */
    private static Moments[] open(Moments[] groups, boolean[] hidden) {
        Moments[] open = groups.clone();
        Arrays.setAll(open, group -> hidden[group] ? Moments.EMPTY : groups[group]);
        return open;
    }

    /** A mean of percentiles lies from 1 to 99, and so does the truth. */
    private static Measured<Estimate> within(Measured<Estimate> mean) {
        return mean.map(estimate -> estimate.toBuilder()
                .lower(Math.max(Math.min(1, estimate.value()), estimate.lower()))
                .upper(Math.min(Math.max(99, estimate.value()), estimate.upper()))
                .build());
    }

    private static Measured<RankBand> rank(List<Measured<Estimate>> means, int group) {
        return means.get(group)
                .map(ours -> RankBand.of(
                        ours,
                        means.stream().flatMap(mean -> mean.value().stream()).toList()));
    }
}
