package org.iltlib.analytics.measurement.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;

/**
 * What wrong options tell: how many students chose options that stand for a misconception, and how many chose it again
 * where they could, for once may be a slip. Immutable.
 *
 * @param options for each item, by its name, what an option by its number stands for; options that stand for nothing are
 *     left out
 * @param policy how few students are still shown
 */
public record Misconceptions(Map<String, Map<Integer, String>> options, SuppressionPolicy policy) {
    /** Copies and checks the names. */
    public Misconceptions {
        Map<String, Map<Integer, String>> copy = new TreeMap<>();
        options.forEach((item, tags) -> {
            tags.values().forEach(tag -> Checks.text(tag, "misconception"));
            copy.put(Checks.text(item, "item"), Map.copyOf(tags));
        });
        options = java.util.Collections.unmodifiableMap(copy);
    }

    /**
     * A misconception.
     *
     * @param name what the options stand for
     * @param once the share of students who chose such an option, of those who answered an item that has one
     * @param again the share who chose it at least twice, of those who answered two or more such items
     */
    public record Seen(String name, Measured<Estimate> once, Measured<Estimate> again) {}

    /**
     * The misconceptions, most chosen first; of those chosen alike, and of those withheld, by name.
     *
     * @param chosen the number of the option that each student chose
     * @throws IllegalArgumentException if an item with tagged options is not in the table
     */
    public List<Seen> of(ResponseTable chosen) {
        Set<String> names = new TreeSet<>();
        options.values().forEach(tags -> names.addAll(tags.values()));
        List<Seen> seen = new ArrayList<>();
        for (String name : names) {
            seen.add(one(name, chosen));
        }
        seen.sort(Comparator.comparingDouble(
                misconception -> -misconception.once().map(Estimate::value).orElse(-1.0)));
        return List.copyOf(seen);
    }

    private Seen one(String name, ResponseTable chosen) {
        long[] could = new long[2];
        long[] did = new long[2];
        for (int row = 0; row < chosen.students(); row++) {
            int offered = 0;
            int taken = 0;
            for (Map.Entry<String, Map<Integer, String>> item : options.entrySet()) {
                int place = chosen.getItem(item.getKey());
                if (item.getValue().containsValue(name) && chosen.isPresent(row, place)) {
                    offered++;
                    taken += name.equals(item.getValue().get(chosen.score(row, place))) ? 1 : 0;
                }
            }
            for (int times = 0; times < 2; times++) {
                could[times] += offered > times ? 1 : 0;
                did[times] += taken > times ? 1 : 0;
            }
        }
        return new Seen(name, share(did[0], could[0]), share(did[1], could[1]));
    }

    private Measured<Estimate> share(long did, long could) {
        return policy.hides(could) || policy.hides(did) || policy.hides(could - did)
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                : WilsonInterval.withDefaults().of(did, could);
    }
}
