package org.iltlib.analytics.equity;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * Who has an opportunity to learn, group by group, and how far each group is from one that is named: opportunities, not only
 * outcomes. Any opportunity that a student has or lacks: name it, count it. Small groups are withheld, and those that would
 * give them away. Immutable.
 *
 * <pre>{@code
 * OpportunityGap teachers = OpportunityGap.of("an experienced and certified teacher", SuppressionPolicy.NCES_2011_603);
 * OpportunityResult result = teachers.against("not EL", Map.of("EL", new OpportunityCount(60, 40, 5), "not EL", ...));
 * result.gaps().get("EL");                  // -0.15 [-0.25, -0.05] difference of shares (n = 600)
 * }</pre>
 *
 * @param opportunity the opportunity, in words
 * @param policy how small a group may be and still be shown
 */
public record OpportunityGap(String opportunity, SuppressionPolicy policy) {
    /** Checks the words. */
    public OpportunityGap {
        Checks.text(opportunity, "opportunity");
    }

    /** That opportunity under that policy. */
    public static OpportunityGap of(String opportunity, SuppressionPolicy policy) {
        return new OpportunityGap(opportunity, policy);
    }

    /**
     * One student.
     *
     * @param group the group
     * @param has whether the student has it, where it is known
     */
    public record Student(String group, Measured<Boolean> has) {}

    /** The counts by group. Linear. */
    public static SortedMap<String, OpportunityCount> count(Collection<Student> students) {
        SortedMap<String, OpportunityCount> counts = new TreeMap<>();
        for (Student student : students) {
            OpportunityCount one = student.has()
                    .map(has -> new OpportunityCount(has ? 1 : 0, has ? 0 : 1, 0))
                    .orElse(new OpportunityCount(0, 0, 1));
            counts.merge(student.group(), one, OpportunityCount::plus);
        }
        return counts;
    }

    /**
     * The shares, coverages and gaps.
     *
     * @param reference the group against which the others are held
     * @param counts the counts by group; together they are all students
     * @throws IllegalArgumentException if the reference is not among the groups
     */
    public OpportunityResult against(String reference, Map<String, OpportunityCount> counts) {
        OpportunityCount base = counts.get(reference);
        Checks.require(
                base != null, "reference is \"%s\". Maybe one of %s.", reference, new TreeMap<>(counts).keySet());
        Map<String, Long> sizes = new TreeMap<>();
        counts.forEach((group, count) -> sizes.put(group, count.known()));
        SmallGroups.Shown shown = SmallGroups.of(policy).among(sizes);
        SortedMap<String, Measured<Estimate>> shares = new TreeMap<>();
        SortedMap<String, Measured<Estimate>> coverage = new TreeMap<>();
        SortedMap<String, Measured<Estimate>> gaps = new TreeMap<>();
        counts.forEach((group, count) -> {
            shares.put(
                    group, shown.show(group, () -> WilsonInterval.withDefaults().of(count.have(), count.known())));
            coverage.put(
                    group, shown.show(group, () -> WilsonInterval.withDefaults().of(count.known(), count.all())));
            if (!group.equals(reference)) {
                gaps.put(
                        group,
                        shares.get(group) instanceof Measured.Suppressed<Estimate> hidden
                                ? hidden
                                : shown.show(reference, () -> gap(count, counts.getOrDefault(reference, count))));
            }
        });
        return new OpportunityResult(shares, coverage, gaps);
    }

    private static Measured<Estimate> gap(OpportunityCount group, OpportunityCount reference) {
        return RiskComparison.of(new Risk(group.have(), group.known()), new Risk(reference.have(), reference.known()))
                .difference();
    }
}
