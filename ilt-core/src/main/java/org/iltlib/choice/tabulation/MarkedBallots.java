package org.iltlib.choice.tabulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;

/**
 * Ballots as they were marked, each distinct one once with its number; candidates are indices from 0 with names. Beside
 * a {@link Profile} this keeps what voters got wrong, because jurisdictions differ in what a mistake costs. Immutable.
 */
public final class MarkedBallots {
    /** The name under which undeclared write-ins are reported. */
    public static final String UNDECLARED_WRITE_INS = "Undeclared Write-ins";

    private final List<String> candidates;
    private final Set<Integer> excluded;
    private final Map<MarkedBallot, Long> ballots;
    private final long total;

    private MarkedBallots(List<String> candidates, Set<Integer> excluded, Map<MarkedBallot, Long> ballots, long total) {
        this.candidates = candidates;
        this.excluded = excluded;
        this.ballots = ballots;
        this.total = total;
    }

    /** The names of the candidates, by index. */
    public List<String> candidates() {
        return candidates;
    }

    /** The candidates who do not stand, as rising indices; marks for them are passed over. */
    public Set<Integer> excluded() {
        return excluded;
    }

    /** The index of {@value #UNDECLARED_WRITE_INS}, who can hold votes but cannot win. */
    public Optional<Integer> findWriteIns() {
        return Optional.of(candidates.indexOf(UNDECLARED_WRITE_INS)).filter(index -> index >= 0);
    }

    /** The distinct ballots with their numbers, in the order in which they were first added; blank ones included. */
    public Map<MarkedBallot, Long> ballots() {
        return ballots;
    }

    /** The number of ballots, blank ones included. */
    public long total() {
        return total;
    }

    /** A copy without these candidates, in addition to those who do not stand anyway. */
    public MarkedBallots without(Iterable<Integer> others) {
        Set<Integer> more = new TreeSet<>(excluded);
        others.forEach(more::add);
        more.forEach(candidate -> checkCandidate(candidate, candidates.size()));
        return new MarkedBallots(candidates, Collections.unmodifiableSet(more), ballots, total);
    }

    /**
     * The same ballots as rankings, for rules that know no mistakes: several candidates at a rank are tied, of repeated
     * candidates the first mark counts, an overvote not told apart is a skipped rank. Excluded candidates stay.
     */
    public Profile toProfile() {
        Profile.Builder builder = Profile.builder(candidates);
        ballots.forEach((ballot, number) -> {
            Set<Integer> seen = new HashSet<>();
            List<List<Integer>> ranks = new ArrayList<>();
            for (List<Integer> marks : ballot.ranks()) {
                List<Integer> rank = marks.stream()
                        .filter(mark -> mark != MarkedBallot.OVERVOTE && seen.add(mark))
                        .toList();
                if (!rank.isEmpty() || marks.isEmpty() || marks.contains(MarkedBallot.OVERVOTE)) {
                    ranks.add(rank);
                }
            }
            builder.add(new Ranking(ranks), number);
        });
        return builder.build();
    }

    /**
     * A new builder for these candidates.
     *
     * @throws IllegalArgumentException if there is none, or a name stands twice
     */
    public static Builder builder(List<String> candidates) {
        return new Builder(candidates);
    }

    private static void checkCandidate(int candidate, int size) {
        Checks.require(
                candidate >= 0 && candidate < size, "There is no candidate %s. Expected 0 to %s.", candidate, size - 1);
    }

    /** Collects ballots. */
    public static final class Builder {
        private final List<String> candidates;
        private final Set<Integer> excluded = new TreeSet<>();
        private final Map<MarkedBallot, Long> ballots = new LinkedHashMap<>();
        private long total;

        private Builder(List<String> candidates) {
            this.candidates = List.copyOf(Checks.distinct(Checks.notEmpty(candidates, "candidates"), "candidates"));
        }

        /** Adds that many ballots with these marks. */
        public Builder add(MarkedBallot ballot, long number) {
            Checks.positive(number, "number");
            for (List<Integer> rank : ballot.ranks()) {
                for (int mark : rank) {
                    if (mark != MarkedBallot.OVERVOTE) {
                        checkCandidate(mark, candidates.size());
                    }
                }
            }
            total = Math.addExact(total, number);
            ballots.merge(ballot, number, Long::sum);
            return this;
        }

        /** Adds all ballots of others for the same candidates. */
        public Builder addAll(MarkedBallots others) {
            Checks.require(
                    others.candidates.equals(candidates),
                    "The ballots are for %s. Expected ballots for %s.",
                    others.candidates,
                    candidates);
            others.ballots.forEach(this::add);
            excluded.addAll(others.excluded);
            return this;
        }

        /** Says that a candidate does not stand. */
        public Builder exclude(int candidate) {
            checkCandidate(candidate, candidates.size());
            excluded.add(candidate);
            return this;
        }

        /** The ballots. */
        public MarkedBallots build() {
            return new MarkedBallots(
                    candidates,
                    Collections.unmodifiableSet(new TreeSet<>(excluded)),
                    Collections.unmodifiableMap(new LinkedHashMap<>(ballots)),
                    total);
        }
    }
}
