package org.iltlib.choice.tabulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.iltlib.base.Checks;

/** The ballots of a count: with whom each lies, what it is worth, or why it counts for nobody. Votes are in units. */
final class Papers {
    /** With nobody yet. */
    private static final int NEW = -1;

    /** With nobody any more. */
    static final int NOBODY = -2;

    private final TabulationRules rules;
    private final List<MarkedBallot> ballots = new ArrayList<>();
    private final long[] number;
    private final long[] value;
    private final int[] with;
    private final InactiveReason[] reason;

    Papers(TabulationRules rules, MarkedBallots marked, long unit) {
        Checks.require(
                marked.total() <= Long.MAX_VALUE / unit / 2,
                "%s ballots with so many decimals do not fit 64 bits.",
                marked.total());
        this.rules = rules;
        this.ballots.addAll(marked.ballots().keySet());
        int size = ballots.size();
        this.number = marked.ballots().values().stream().mapToLong(n -> n).toArray();
        this.value = new long[size];
        this.with = new int[size];
        this.reason = new InactiveReason[size];
        java.util.Arrays.fill(value, unit);
        java.util.Arrays.fill(with, NEW);
        java.util.Arrays.fill(reason, InactiveReason.UNDERVOTE);
    }

    /**
     * Moves the ballots of those who no longer stand; the votes moved, from whom to whom or {@link #NOBODY}. The last
     * time nobody receives them, since no place is left.
     */
    Map<Integer, Map<Integer, Long>> move(IntPredicate stands, boolean last) {
        Map<Integer, Map<Integer, Long>> moved = new TreeMap<>();
        for (int b = 0; b < with.length; b++) {
            if (with[b] == NOBODY || (with[b] >= 0 && stands.test(with[b]))) {
                continue;
            }
            int from = with[b];
            with[b] = last ? end(b, InactiveReason.FINAL_SURPLUS) : next(b, stands);
            long votes = value[b] * number[b];
            if (from != NEW && votes > 0) {
                moved.computeIfAbsent(from, x -> new TreeMap<>()).merge(with[b], votes, Long::sum);
            }
        }
        return moved;
    }

    /** The candidate at whom the ballot arrives; without one its reason is set. */
    private int next(int b, IntPredicate stands) {
        Set<Integer> seen = new HashSet<>();
        int open = 0;
        List<List<Integer>> ranks = ballots.get(b).ranks();
        if (ranks.isEmpty()) {
            return end(b, InactiveReason.UNDERVOTE);
        }
        for (List<Integer> marks : ranks) {
            if (marks.isEmpty()) {
                open++;
                continue;
            }
            if (open > rules.mostSkipped()) {
                return end(b, InactiveReason.SKIPPED_RANKINGS);
            }
            open = 0;
            if (rules.repeatsExhaust() && !marks.stream().filter(x -> x >= 0).allMatch(seen::add)) {
                return end(b, InactiveReason.REPEATED_RANKING);
            }
            List<Integer> standing =
                    marks.stream().filter(x -> x >= 0 && stands.test(x)).toList();
            boolean overvote = marks.size() > 1 || marks.contains(MarkedBallot.OVERVOTE);
            switch (overvote ? rules.overvotes() : org.iltlib.choice.single.Overvotes.SHARE) {
                case EXHAUST -> {
                    return end(b, InactiveReason.OVERVOTE);
                }
                case EXHAUST_IF_MULTIPLE_CONTINUING -> {
                    if (standing.size() > 1) {
                        return end(b, InactiveReason.OVERVOTE);
                    }
                }
                case SKIP_RANK -> standing = List.of();
                case SHARE -> {
                    // not an overvote
                }
            }
            if (!standing.isEmpty()) {
                return standing.get(0);
            }
        }
        return end(b, InactiveReason.EXHAUSTED_CHOICES);
    }

    private int end(int b, InactiveReason why) {
        reason[b] = why;
        return NOBODY;
    }

    /** What each candidate holds. */
    long[] tallies(int candidates) {
        long[] tallies = new long[candidates];
        for (int b = 0; b < with.length; b++) {
            if (with[b] >= 0) {
                tallies[with[b]] += value[b] * number[b];
            }
        }
        return tallies;
    }

    /** What counts for nobody, by reason. */
    Map<InactiveReason, Long> inactive() {
        Map<InactiveReason, Long> inactive = new EnumMap<>(InactiveReason.class);
        for (int b = 0; b < with.length; b++) {
            if (with[b] == NOBODY) {
                inactive.merge(reason[b], value[b] * number[b], Long::sum);
            }
        }
        return inactive;
    }

    /** Leaves on each ballot of one candidate that share of its value, cut off; what stays with the candidate. */
    long passOn(int candidate, long top, long bottom, long unit) {
        long share = top <= 0 ? 0 : fraction(top, unit, bottom);
        long kept = 0;
        for (int b = 0; b < with.length; b++) {
            if (with[b] == candidate) {
                long passed = value[b] * share / unit;
                kept += (value[b] - passed) * number[b];
                value[b] = passed;
            }
        }
        return kept;
    }

    private static long fraction(long top, long unit, long bottom) {
        return Math.multiplyHigh(top, unit) == 0 && top * unit >= 0
                ? top * unit / bottom
                : java.math.BigInteger.valueOf(top)
                        .multiply(java.math.BigInteger.valueOf(unit))
                        .divide(java.math.BigInteger.valueOf(bottom))
                        .longValueExact();
    }
}
