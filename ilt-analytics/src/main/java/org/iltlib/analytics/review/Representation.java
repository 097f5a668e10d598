package org.iltlib.analytics.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.scorecard.IdentityTally;
import org.iltlib.finding.Estimate;

/**
 * Whom students meet in materials, beside who they are: for each group its share among the characters or authors tallied,
 * divided by its share among students. The students' shares are taken as known; the interval of the tally's share is
 * Wilson's, as if those tallied were drawn at random, which is how far a few of them could mislead. Whose group is not told
 * is in no share.
 *
 * <pre>{@code
 * RepresentationReport report = Representation.withDefaults().of(tally, Map.of("girls", 210L, "boys", 190L));
 * report.getGroup("girls").ratio();       // 0.57 of 1 with an interval
 * report.isSmall();                       // fewer than 30 were tallied
 * }</pre>
 *
 * <p>Source of the interval: Wilson, E. B. (1927), doi:10.1080/01621459.1927.10502953. Time grows with the number of
 * groups.
 *
 * @param policy how small a group of students may be and still be shown
 * @param interval of a share
 * @param least below how many tallied the report says that numbers are small
 */
public record Representation(SuppressionPolicy policy, WilsonInterval interval, int least) {
    /** Checks the number. */
    public Representation {
        Checks.positive(least, "least");
    }

    /** Groups of students below ten withheld, intervals of 95 in a hundred, small below 30. */
    public static Representation withDefaults() {
        return new Representation(SuppressionPolicy.NCES_2011_603, WilsonInterval.withDefaults(), 30);
    }

    /** The same under another policy. */
    public Representation withPolicy(SuppressionPolicy other) {
        return new Representation(other, interval, least);
    }

    /**
     * The report, group by group in alphabetical order; groups that stand in the tally or among the students.
     *
     * @param tally who is met
     * @param students how many students there are of each group
     * @throws IllegalArgumentException if there are no students, or a number is below zero
     */
    public RepresentationReport of(IdentityTally tally, Map<String, Long> students) {
        students.forEach((group, number) -> Checks.notNegative(number, "students of " + group));
        long all = students.values().stream().mapToLong(Long::longValue).sum();
        Checks.require(all > 0, "There are no students. Expected some of at least one group.");
        SmallGroups.Shown shown = SmallGroups.of(policy).among(new TreeMap<>(students));
        TreeSet<String> names = new TreeSet<>(tally.byGroup().keySet());
        names.addAll(students.keySet());
        List<GroupRepresentation> groups = new ArrayList<>();
        for (String group : names) {
            int met = tally.count(group);
            long own = students.getOrDefault(group, 0L);
            groups.add(new GroupRepresentation(
                    group, met, shown.show(group, () -> ratio(met, tally.known(), own, all))));
        }
        return new RepresentationReport(tally, groups, least);
    }

    private Measured<Estimate> ratio(long met, long tallied, long own, long all) {
        if (tallied == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "nobody tallied has a group");
        }
        if (own == 0) {
            return Measured.missing(MissingReason.UNDEFINED, "there are no such students");
        }
        double share = (double) own / all;
        return interval.of(met, tallied)
                .map(estimate -> Estimate.builder()
                        .value(estimate.value() / share)
                        .lower(estimate.lower() / share)
                        .upper(estimate.upper() / share)
                        .level(estimate.level())
                        .n(tallied)
                        .unit("share met per share of students")
                        .method("representation ratio, Wilson interval of the share met")
                        .build());
    }
}
