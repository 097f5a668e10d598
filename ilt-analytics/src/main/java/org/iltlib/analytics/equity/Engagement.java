package org.iltlib.analytics.equity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Students' engagement by kind and group, never added up over the kinds: who comes every day may still not care. A kind
 * that nobody measured is shown as not collected. Small groups are withheld. Immutable.
 *
 * @param policy how small a group may be and still be shown
 */
public record Engagement(SuppressionPolicy policy) {
    /** Under that policy. */
    public static Engagement of(SuppressionPolicy policy) {
        return new Engagement(policy);
    }

    /**
     * A student's reading of a kind: a scale score, or 1 and 0 for taking part.
     *
     * @param group the student's group
     * @param kind the kind
     * @param value the reading, or why there is none
     */
    public record Reading(String group, EngagementKind kind, Measured<Double> value) {
        /** Checks the group. */
        public Reading {
            Checks.text(group, "group");
        }
    }

    /**
     * A cell.
     *
     * @param mean the mean of the readings, Student's t interval
     * @param coverage the share of students with a reading
     */
    public record Cell(Measured<Estimate> mean, Measured<Estimate> coverage) {}

    /** For each kind, in order, and each group with any reading, the cell. Linear. */
    public Map<EngagementKind, SortedMap<String, Cell>> read(Collection<Reading> readings) {
        TreeSet<String> groups = new TreeSet<>();
        Map<EngagementKind, Map<String, Moments>> moments = new EnumMap<>(EngagementKind.class);
        Map<EngagementKind, Map<String, Long>> asked = new EnumMap<>(EngagementKind.class);
        for (Reading reading : readings) {
            groups.add(reading.group());
            asked.computeIfAbsent(reading.kind(), key -> new HashMap<>()).merge(reading.group(), 1L, Long::sum);
            reading.value()
                    .value()
                    .ifPresent(value -> moments.computeIfAbsent(reading.kind(), key -> new HashMap<>())
                            .merge(reading.group(), Moments.of(value), Moments::merge));
        }
        Map<EngagementKind, SortedMap<String, Cell>> cells = new EnumMap<>(EngagementKind.class);
        for (EngagementKind kind : EngagementKind.values()) {
            cells.put(kind, row(groups, moments.getOrDefault(kind, Map.of()), asked.getOrDefault(kind, Map.of())));
        }
        return cells;
    }

    private SortedMap<String, Cell> row(
            Collection<String> groups, Map<String, Moments> moments, Map<String, Long> asked) {
        Map<String, Long> sizes = new TreeMap<>();
        groups.forEach(group ->
                sizes.put(group, moments.getOrDefault(group, Moments.EMPTY).n()));
        SmallGroups.Shown shown = SmallGroups.of(policy).among(sizes);
        SortedMap<String, Cell> row = new TreeMap<>();
        for (String group : groups) {
            Moments of = moments.getOrDefault(group, Moments.EMPTY);
            long all = asked.getOrDefault(group, 0L);
            Measured<Estimate> none = Measured.missing(MissingReason.NOT_COLLECTED, "nobody measured it");
            row.put(
                    group,
                    all == 0
                            ? new Cell(none, none)
                            : new Cell(
                                    shown.show(
                                            group,
                                            () -> MeanInterval.withDefaults().of(of)),
                                    shown.show(
                                            group,
                                            () -> WilsonInterval.withDefaults().of(of.n(), all))));
        }
        return row;
    }
}
