package org.iltlib.choice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;

/**
 * Approval ballots in compact form: each distinct set of approved alternatives once, with the number of voters. Empty
 * sets are voters too. Immutable; distinct sets in the order first added.
 */
public final class ApprovalProfile {
    private final List<String> alternatives;
    private final List<BitSet> sets;
    private final long[] weights;
    private final long total;

    private ApprovalProfile(List<String> alternatives, Map<BitSet, Long> counts) {
        this.alternatives = alternatives;
        this.sets = List.copyOf(counts.keySet());
        this.weights = counts.values().stream().mapToLong(Long::longValue).toArray();
        long sum = 0;
        for (long weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        this.total = sum;
    }

    /** The names of the alternatives, by index. */
    public List<String> alternatives() {
        return alternatives;
    }

    /** The number of alternatives. */
    public int size() {
        return alternatives.size();
    }

    /** The number of distinct sets. */
    public int distinct() {
        return weights.length;
    }

    /** The number of voters with a distinct set. */
    public long weight(int set) {
        return weights[set];
    }

    /** Whether a distinct set holds an alternative. */
    public boolean approves(int set, int alternative) {
        return sets.get(set).get(alternative);
    }

    /** A distinct set, rising. */
    public List<Integer> approved(int set) {
        return sets.get(set).stream().boxed().toList();
    }

    /** The number of voters, those with an empty set included. */
    public long totalWeight() {
        return total;
    }

    /** The number of voters who approve an alternative. */
    public long approval(int alternative) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += approves(i, alternative) ? weights[i] : 0;
        }
        return sum;
    }

    /** A new builder for ballots over these alternatives. */
    public static Builder builder(List<String> alternatives) {
        return new Builder(alternatives);
    }

    /** Collects ballots; not thread-safe. */
    public static final class Builder {
        private final List<String> alternatives;
        private final Map<BitSet, Long> counts = new LinkedHashMap<>();

        private Builder(List<String> alternatives) {
            this.alternatives = List.copyOf(Checks.notEmpty(new ArrayList<>(alternatives), "alternatives"));
        }

        /**
         * Adds voters who approve exactly these.
         *
         * @throws IllegalArgumentException if there is no such alternative, or one stands twice
         */
        public Builder add(long voters, Collection<Integer> approved) {
            Checks.notNegative(voters, "voters");
            BitSet set = new BitSet();
            for (int x : Checks.distinct(approved, "approved")) {
                Checks.require(
                        x >= 0 && x < alternatives.size(),
                        "There is no alternative %s. Expected 0 to %s.",
                        x,
                        alternatives.size() - 1);
                set.set(x);
            }
            if (voters > 0) {
                counts.merge(set, voters, Math::addExact);
            }
            return this;
        }

        /** The profile. */
        public ApprovalProfile build() {
            return new ApprovalProfile(alternatives, counts);
        }
    }
}
