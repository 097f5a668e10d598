package org.iltlib.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * Graded ballots: each voter gives each alternative a whole grade from 0 (worst) to {@link #highest()}, or none. Immutable.
 */
public final class GradeProfile {
    private final List<String> alternatives;
    private final int highest;
    private final List<int[]> ballots;
    private final List<Long> weights;

    private GradeProfile(List<String> alternatives, int highest, List<int[]> ballots, List<Long> weights) {
        this.alternatives = alternatives;
        this.highest = highest;
        this.ballots = ballots;
        this.weights = weights;
    }

    /** The names of the alternatives, by index. */
    public List<String> alternatives() {
        return alternatives;
    }

    /** The number of alternatives. */
    public int size() {
        return alternatives.size();
    }

    /** The highest grade. */
    public int highest() {
        return highest;
    }

    /** The number of ballots as added; equal ones are not merged. */
    public int ballots() {
        return ballots.size();
    }

    /** How many voters cast a ballot. */
    public long weight(int ballot) {
        return weights.get(ballot);
    }

    /** The grade on a ballot for an alternative, or −1 for none. */
    public int grade(int ballot, int alternative) {
        return ballots.get(ballot)[alternative];
    }

    /** The number of voters. */
    public long totalWeight() {
        return weights.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many voters gave each grade: entry g for grade g, those who gave none under grade 0.
     */
    public long[] histogram(int alternative) {
        long[] counts = new long[highest + 1];
        for (int b = 0; b < ballots.size(); b++) {
            counts[Math.max(0, grade(b, alternative))] += weights.get(b);
        }
        return counts;
    }

    /** Each ballot as a ranking by grade; an alternative without a grade stands with grade 0. */
    public Profile toProfile() {
        Profile.Builder builder = Profile.builder(alternatives);
        for (int b = 0; b < ballots.size(); b++) {
            List<List<Integer>> ranks = new ArrayList<>();
            for (int grade = 0; grade <= highest; grade++) {
                List<Integer> rank = new ArrayList<>();
                for (int x = 0; x < size(); x++) {
                    if (Math.max(0, grade(b, x)) == grade) {
                        rank.add(x);
                    }
                }
                if (!rank.isEmpty()) {
                    ranks.add(rank);
                }
            }
            Collections.reverse(ranks);
            builder.add(new Ranking(ranks), weights.get(b));
        }
        return builder.build();
    }

    /** A new builder for grades 0 to highest. */
    public static Builder builder(List<String> alternatives, int highest) {
        return new Builder(alternatives, highest);
    }

    /** Collects ballots; not thread-safe. */
    public static final class Builder {
        private final List<String> alternatives;
        private final int highest;
        private final List<int[]> ballots = new ArrayList<>();
        private final List<Long> weights = new ArrayList<>();
        private long total;

        private Builder(List<String> alternatives, int highest) {
            this.alternatives = List.copyOf(alternatives);
            this.highest = highest;
            Checks.notEmpty(this.alternatives, "alternatives");
            Checks.require(highest >= 1 && highest <= 1_000_000, "highest is %s. Expected 1 to 1000000.", highest);
        }

        /**
         * Adds voters with these grades, one for each alternative, −1 for none.
         *
         * @throws IllegalArgumentException if there are too few or many, or one is out of range
         */
        public Builder add(long voters, int... grades) {
            Checks.notNegative(voters, "voters");
            Checks.require(
                    grades.length == alternatives.size(),
                    "There are %s grades. Expected one for each of %s alternatives.",
                    grades.length,
                    alternatives.size());
            for (int grade : grades) {
                Checks.require(
                        grade >= -1 && grade <= highest, "grade is %s. Expected 0 to %s, or -1.", grade, highest);
            }
            Checks.require(
                    total <= Long.MAX_VALUE / (highest + 1L) - voters,
                    "There are too many voters for exact 64-bit sums.");
            total += voters;
            if (voters > 0) {
                ballots.add(Arrays.copyOf(grades, grades.length));
                weights.add(voters);
            }
            return this;
        }

        /** The profile. */
        public GradeProfile build() {
            return new GradeProfile(alternatives, highest, List.copyOf(ballots), List.copyOf(weights));
        }
    }
}
