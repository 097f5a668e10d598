package org.iltlib.analytics.participation;

import java.util.Arrays;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How often each member spoke, and how evenly.
 *
 * @param counts the turns of each member, zero or more; at least two members and one turn
 */
public record Turns(List<Integer> counts) {
    /** Checks and copies the counts. */
    public Turns {
        counts = List.copyOf(counts);
        Checks.require(counts.size() >= 2, "There are %s member(s). Expected at least two.", counts.size());
        counts.forEach(count -> Checks.notNegative(count, "turns"));
        Checks.positive(counts.stream().mapToLong(Integer::longValue).sum(), "sum of turns");
    }

    /** The turns of each member. */
    public static Turns of(int... counts) {
        return new Turns(Arrays.stream(counts).boxed().toList());
    }

    /** All turns. */
    public long total() {
        return counts.stream().mapToLong(Integer::longValue).sum();
    }

    /** Gini's coefficient {@code Σ(2i−n−1)·x(i) / (n·Σx)} on ascending x: 0 if all speak alike, {@code 1−1/n} if one speaks. */
    public double gini() {
        int n = counts.size();
        int[] sorted = counts.stream().mapToInt(Integer::intValue).sorted().toArray();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (2.0 * (i + 1) - n - 1) * sorted[i];
        }
        return sum / ((double) n * total());
    }

    /** Entropy of the shares over its greatest value {@code ln n}: 1 if all speak alike, 0 if one speaks. */
    public double evenness() {
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / total();
                entropy -= share * StrictMath.log(share);
            }
        }
        return entropy / StrictMath.log(counts.size());
    }

    /** The sum of squared shares (Herfindahl–Hirschman): {@code 1/n} if all speak alike, 1 if one speaks. */
    public double concentration() {
        double sum = 0;
        for (int count : counts) {
            double share = (double) count / total();
            sum += share * share;
        }
        return sum;
    }

    /** The number of members who said nothing. */
    public long silent() {
        return counts.stream().filter(count -> count == 0).count();
    }

    /**
     * A group's share of the turns over its share of the members; 1 is parity. Missing if nobody belongs to the group.
     *
     * @param groups the group of each member, in the order of the counts
     * @param group the group
     */
    public Measured<Double> equityRatio(List<String> groups, String group) {
        Checks.require(
                groups.size() == counts.size(), "groups has %s members, turns %s.", groups.size(), counts.size());
        long spoken = 0;
        int members = 0;
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).equals(group)) {
                members++;
                spoken += counts.get(i);
            }
        }
        return members == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "nobody in " + group)
                : Measured.of(((double) spoken / total()) / ((double) members / counts.size()));
    }
}
