package org.iltlib.analytics.climate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * How many of a staff stayed: in the school, in the district, in teaching; by experience, subject and school, small groups
 * withheld. Immutable.
 *
 * <pre>{@code
 * RetentionReport report = Retention.withDefaults().of(flow);   // 882 stayers, 63 movers, 105 leavers
 * report.school();                                              // 0.84
 * report.district();                                            // 0.90
 * }</pre>
 *
 * <p>Two groupings can give away a small group between them. So subjects are shown only if no cell of experience by
 * subject is small, and schools only if none of the table with those shown is; otherwise all groups of that grouping are
 * withheld.
 *
 * <p>The whole staff is counted, so a rate is exact for its year; its interval (Wilson) says how far the rate of such a
 * staff varies from year to year by chance alone. Terms: stayers, movers and leavers as in the Teacher Follow-up Survey of
 * the National Center for Education Statistics.
 *
 * @param policy how small a group may be
 * @param bands the limits of the experience bands in years, rising
 */
public record Retention(SuppressionPolicy policy, List<Integer> bands) {
    /** Copies and checks the limits. */
    public Retention {
        bands = List.copyOf(bands);
        ExperienceBand.check(bands);
    }

    /** Groups of fewer than five withheld; under 3 years, 3 to under 10, 10 or more. */
    public static Retention withDefaults() {
        return new Retention(SuppressionPolicy.ADULTS, List.of(3, 10));
    }

    /** A copy with that policy. */
    public Retention withPolicy(SuppressionPolicy other) {
        return new Retention(other, bands);
    }

    /** A copy with those limits. */
    public Retention withBands(Integer... limits) {
        return new Retention(policy, List.of(limits));
    }

    /** The rates of that flow. Linear in the number of posts. */
    public RetentionReport of(StaffFlow flow) {
        List<StaffYear> posts = flow.posts();
        List<Function<StaffYear, String>> groupings = List.of(
                post -> ExperienceBand.of(post.yearsOfExperience(), bands), StaffYear::subject, StaffYear::school);
        List<SortedMap<String, Measured<Estimate>>> rates = byGroups(posts, groupings);
        return new RetentionReport.Builder()
                .start(posts.size())
                .stayers(flow.count(StaffYear.Outcome.STAYED))
                .moversWithin(flow.count(StaffYear.Outcome.MOVED_WITHIN))
                .moversBeyond(flow.count(StaffYear.Outcome.MOVED_BEYOND))
                .leavers(flow.count(StaffYear.Outcome.LEFT))
                .school(rate(posts, RetentionReport::inSchool))
                .district(rate(posts, RetentionReport::inDistrict))
                .teaching(rate(posts, post -> post.outcome() != StaffYear.Outcome.LEFT))
                .byExperience(rates.get(0))
                .bySubject(rates.get(1))
                .bySchool(rates.get(2))
                .reasons(reasons(posts))
                .build();
    }

    private static Measured<Estimate> rate(List<StaffYear> posts, Predicate<StaffYear> kept) {
        return WilsonInterval.withDefaults().of(posts.stream().filter(kept).count(), posts.size());
    }

    /** The rates of each grouping; of one whose table with those before it has a small cell, none. */
    private List<SortedMap<String, Measured<Estimate>>> byGroups(
            List<StaffYear> posts, List<Function<StaffYear, String>> groupings) {
        SmallGroups rule = SmallGroups.of(policy);
        List<Function<StaffYear, String>> open = new ArrayList<>();
        List<SortedMap<String, Measured<Estimate>>> rates = new ArrayList<>();
        for (Function<StaffYear, String> group : groupings) {
            SortedMap<String, Long> sizes = sizes(posts, group);
            List<Function<StaffYear, String>> more = new ArrayList<>(open);
            more.add(group);
            boolean single = sizes.size() < 2;
            boolean allowed = single
                    || open.isEmpty()
                    || rule.allowsSideBySide(posts.stream()
                            .map(post ->
                                    more.stream().map(each -> each.apply(post)).toList())
                            .toList());
            if (allowed && !single) {
                open.add(group);
            }
            rates.add(byGroup(posts, group, sizes, allowed ? rule.among(sizes) : rule.none(sizes.keySet())));
        }
        return rates;
    }

    private static SortedMap<String, Measured<Estimate>> byGroup(
            List<StaffYear> posts,
            Function<StaffYear, String> group,
            SortedMap<String, Long> sizes,
            SmallGroups.Shown shown) {
        SortedMap<String, Measured<Estimate>> rates = new TreeMap<>();
        sizes.keySet()
                .forEach(name -> rates.put(
                        name,
                        shown.show(
                                name,
                                () -> rate(
                                        posts.stream()
                                                .filter(post ->
                                                        group.apply(post).equals(name))
                                                .toList(),
                                        RetentionReport::inSchool))));
        return Collections.unmodifiableSortedMap(rates);
    }

    private SortedMap<ExitReason, Measured<Long>> reasons(List<StaffYear> posts) {
        SortedMap<String, Long> sizes = sizes(
                posts.stream().filter(post -> !RetentionReport.inSchool(post)).toList(),
                post -> post.reason().orElse(ExitReason.UNKNOWN).name());
        SmallGroups.Shown shown = SmallGroups.of(policy).among(sizes);
        SortedMap<ExitReason, Measured<Long>> counts = new TreeMap<>();
        sizes.forEach((name, size) -> counts.put(ExitReason.valueOf(name), shown.show(name, () -> Measured.of(size))));
        return Collections.unmodifiableSortedMap(counts);
    }

    private static SortedMap<String, Long> sizes(List<StaffYear> posts, Function<StaffYear, String> group) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        posts.forEach(post -> sizes.merge(group.apply(post), 1L, Long::sum));
        return sizes;
    }
}
