package org.iltlib.analytics.equity.warning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.equity.OpportunityCount;
import org.iltlib.analytics.equity.OpportunityGap;
import org.iltlib.analytics.equity.OpportunityResult;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.policy.IndicatorPack;

/**
 * How many students are on track: none of the signs of a pack (too few credits, failed courses, absence) is there. By group,
 * with the share of whom it can be told, for readiness is a matter of groups; it flags nobody. Immutable.
 *
 * @param pack the signs of being off track
 * @param policy how small a group may be and still be shown
 */
public record OnTrack(IndicatorPack pack, SuppressionPolicy policy) {
    /** By that pack under that policy. */
    public static OnTrack of(IndicatorPack pack, SuppressionPolicy policy) {
        return new OnTrack(pack, policy);
    }

    /** Whether none of the signs is there; missing while one that is not seen cannot be told. */
    public Measured<Boolean> of(StudentReadings student) {
        Flags flags = Flags.of(pack, student);
        if (!flags.raised().isEmpty()) {
            return Measured.of(false);
        }
        return flags.open().isEmpty()
                ? Measured.of(true)
                : Measured.missing(MissingReason.NOT_LOADED, "cannot be told: " + flags.open());
    }

    /** The counts by group of a grouping; students without a label in it are left out. They add over schools. */
    public SortedMap<String, OpportunityCount> count(String by, Collection<StudentReadings> students) {
        List<OpportunityGap.Student> rows = new ArrayList<>();
        for (StudentReadings student : students) {
            String group = student.groups().get(by);
            if (group != null) {
                rows.add(new OpportunityGap.Student(group, of(student)));
            }
        }
        return new TreeMap<>(OpportunityGap.count(rows));
    }

    /**
     * The shares on track, how many can be told, and the gaps to a group.
     *
     * @throws IllegalArgumentException if nobody is of the reference group
     */
    public OpportunityResult against(String by, String reference, Collection<StudentReadings> students) {
        return OpportunityGap.of("on track: none of " + pack.name(), policy).against(reference, count(by, students));
    }
}
