package org.iltlib.choice.committee;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.iltlib.base.Checks;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/** Committees by the sum over voters of what each member more is worth; in whole numbers over a common denominator. */
final class Thiele {
    static final int MOST = 100_000;

    private final ApprovalProfile profile;
    private final int seats;
    private final long[] worth;
    private final int[][] approvers;

    /** The worth of a voter's j-th member, j from 1. */
    Thiele(ApprovalProfile profile, int seats, int most, IntFunction<Rational> weights) {
        this.profile = profile;
        this.seats = seats;
        BigInteger common = BigInteger.ONE;
        for (int j = 1; j <= most; j++) {
            BigInteger below = weights.apply(j).denominator();
            common = common.divide(common.gcd(below)).multiply(below);
        }
        Rational scale = Rational.of(common, BigInteger.ONE);
        this.worth = new long[most + 1];
        BigInteger bound = BigInteger.ZERO;
        for (int j = 1; j <= most; j++) {
            BigInteger whole = weights.apply(j).times(scale).numerator();
            bound = bound.add(whole);
            Checks.require(
                    bound.multiply(BigInteger.valueOf(profile.totalWeight() + 1))
                                    .bitLength()
                            < 63,
                    "The exact score of %s voters and %s members does not fit 64 bits.",
                    profile.totalWeight(),
                    most);
            worth[j] = whole.longValueExact();
        }
        this.approvers = approvers(profile);
    }

    static int[][] approvers(ApprovalProfile profile) {
        int[][] approvers = new int[profile.size()][];
        for (int x = 0; x < profile.size(); x++) {
            int candidate = x;
            approvers[x] = java.util.stream.IntStream.range(0, profile.distinct())
                    .filter(b -> profile.approves(b, candidate))
                    .toArray();
        }
        return approvers;
    }

    private long gain(int x, int[] members) {
        long gain = 0;
        for (int b : approvers[x]) {
            gain += profile.weight(b) * worth[members[b] + 1];
        }
        return gain;
    }

    private void change(int x, int[] members, int by) {
        for (int b : approvers[x]) {
            members[b] += by;
        }
    }

    private int[] members(BitSet committee) {
        int[] members = new int[profile.distinct()];
        committee.stream().forEach(x -> change(x, members, 1));
        return members;
    }

    /** Adds the best next member, following every tie. */
    Set<BitSet> sequential() {
        Set<BitSet> frontier = new LinkedHashSet<>();
        frontier.add(new BitSet());
        for (int place = 0; place < seats; place++) {
            Set<BitSet> next = new LinkedHashSet<>();
            for (BitSet committee : frontier) {
                int[] members = members(committee);
                step(committee, next, false, x -> gain(x, members));
            }
            frontier = next;
        }
        return frontier;
    }

    /** Takes away the least missed, following every tie. */
    Set<BitSet> reverse() {
        BitSet all = new BitSet();
        all.set(0, profile.size());
        Set<BitSet> frontier = Set.of(all);
        for (int size = profile.size(); size > seats; size--) {
            Set<BitSet> next = new LinkedHashSet<>();
            for (BitSet committee : frontier) {
                int[] members = members(committee);
                step(committee, next, true, x -> {
                    long loss = 0;
                    for (int b : approvers[x]) {
                        loss += profile.weight(b) * worth[members[b]];
                    }
                    return -loss;
                });
            }
            frontier = next;
        }
        return frontier;
    }

    private void step(BitSet committee, Set<BitSet> next, boolean inside, java.util.function.IntToLongFunction score) {
        long best = Long.MIN_VALUE;
        List<Integer> ties = new ArrayList<>();
        for (int x = 0; x < profile.size(); x++) {
            if (committee.get(x) == inside) {
                long value = score.applyAsLong(x);
                if (value > best) {
                    ties.clear();
                    best = value;
                }
                if (value == best) {
                    ties.add(x);
                }
            }
        }
        for (int x : ties) {
            BitSet other = (BitSet) committee.clone();
            other.flip(x);
            next.add(other);
            refuseTooMany(next.size());
        }
    }

    static void refuseTooMany(int size) {
        Checks.require(size <= MOST, "Ties leave more than %s committees to follow.", MOST);
    }

    /** The committees of highest score. */
    Set<BitSet> exact() {
        Search search = new Search();
        search.best = score(sequentialFirst());
        search.visit(0, new BitSet(), new int[profile.distinct()], 0);
        return search.found;
    }

    private BitSet sequentialFirst() {
        BitSet committee = new BitSet();
        int[] members = new int[profile.distinct()];
        for (int place = 0; place < seats; place++) {
            int best = -1;
            long most = -1;
            for (int x = 0; x < profile.size(); x++) {
                long gain = committee.get(x) ? -1 : gain(x, members);
                if (gain > most) {
                    most = gain;
                    best = x;
                }
            }
            committee.set(best);
            change(best, members, 1);
        }
        return committee;
    }

    private long score(BitSet committee) {
        int[] members = new int[profile.distinct()];
        long score = 0;
        for (int x : committee.stream().toArray()) {
            score += gain(x, members);
            change(x, members, 1);
        }
        return score;
    }

    /** Depth first over alternatives by approvals; what is left can add at most the highest gains of now. */
    private final class Search {
        private final Integer[] order;
        private final Set<BitSet> found = new HashSet<>();
        private long best;

        Search() {
            order = new Integer[profile.size()];
            int[] nobody = new int[profile.distinct()];
            long[] gains = new long[order.length];
            for (int x = 0; x < order.length; x++) {
                order[x] = x;
                gains[x] = gain(x, nobody);
            }
            java.util.Arrays.sort(order, (x, y) -> Long.compare(gains[y], gains[x]));
        }

        void visit(int from, BitSet committee, int[] members, long score) {
            int open = seats - committee.cardinality();
            if (open == 0) {
                if (score > best) {
                    best = score;
                    found.clear();
                }
                if (score == best) {
                    found.add((BitSet) committee.clone());
                    refuseTooMany(found.size());
                }
                return;
            }
            if (order.length - from < open) {
                return;
            }
            long[] gains = new long[order.length - from];
            for (int i = from; i < order.length; i++) {
                gains[i - from] = gain(order[i], members);
            }
            long now = gains[0];
            java.util.Arrays.sort(gains);
            long bound = score;
            for (int i = 0; i < open; i++) {
                bound += gains[gains.length - 1 - i];
            }
            if (bound < best) {
                return;
            }
            int x = order[from];
            committee.set(x);
            change(x, members, 1);
            visit(from + 1, committee, members, score + now);
            change(x, members, -1);
            committee.clear(x);
            visit(from + 1, committee, members, score);
        }
    }
}
