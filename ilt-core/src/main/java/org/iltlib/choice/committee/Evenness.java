package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/** Rules that look for a committee by which voters fare evenly, or nobody fares badly. */
final class Evenness {
    private final ApprovalProfile profile;
    private final int seats;
    private final int[][] approvers;

    Evenness(ApprovalProfile profile, int seats) {
        this.profile = profile;
        this.seats = seats;
        this.approvers = Thiele.approvers(profile);
    }

    /** Every committee. */
    Set<BitSet> all() {
        return Exhaustive.best(profile.size(), seats, committee -> 0, Comparator.<Integer>naturalOrder(), "trivial");
    }

    /** Most voters with a member; of these, most with two; and so on. */
    Set<BitSet> lexicographicCoverage() {
        return Exhaustive.best(profile.size(), seats, this::coverage, Arrays::compare, "lexcc");
    }

    private long[] coverage(BitSet committee) {
        long[] voters = new long[seats];
        int[] members = members(committee);
        for (int b = 0; b < members.length; b++) {
            for (int j = 0; j < members[b]; j++) {
                voters[j] += profile.weight(b);
            }
        }
        return voters;
    }

    /** Most voters with a member; of these, the highest sum of 1 + 1/2 + … for the members after the first. */
    Set<BitSet> adams() {
        return Exhaustive.best(
                profile.size(),
                seats,
                committee -> adams(coverage(committee)),
                Comparator.comparingLong(Adams::covered).thenComparing(Adams::more),
                "adams");
    }

    private record Adams(long covered, Rational more) {}

    private static Adams adams(long[] voters) {
        Rational more = Rational.ZERO;
        for (int j = 1; j < voters.length; j++) {
            more = more.plus(Rational.of(voters[j], j));
        }
        return new Adams(voters[0], more);
    }

    /** The least greatest distance between a ballot and the committee, as sets. */
    Set<BitSet> minimaxDistance() {
        Comparator<long[]> less = Comparator.comparingLong(Evenness::greatest);
        return Exhaustive.best(profile.size(), seats, this::distances, less.reversed(), "minimaxav");
    }

    /** As {@link #minimaxDistance}; of these the least second greatest, and so on. */
    Set<BitSet> lexicographicDistance() {
        Comparator<long[]> less = Evenness::compareFromAbove;
        return Exhaustive.best(profile.size(), seats, this::distances, less.reversed(), "lexminimaxav");
    }

    /** The number of voters at each distance. */
    private long[] distances(BitSet committee) {
        long[] voters = new long[profile.size() + seats + 1];
        int[] members = members(committee);
        for (int b = 0; b < members.length; b++) {
            voters[profile.approved(b).size() + seats - 2 * members[b]] += profile.weight(b);
        }
        return voters;
    }

    private static int greatest(long[] voters) {
        int distance = voters.length - 1;
        while (distance > 0 && voters[distance] == 0) {
            distance--;
        }
        return distance;
    }

    private static int compareFromAbove(long[] one, long[] other) {
        for (int distance = one.length - 1; distance >= 0; distance--) {
            if (one[distance] != other[distance]) {
                return Long.compare(one[distance], other[distance]);
            }
        }
        return 0;
    }

    private int[] members(BitSet committee) {
        int[] members = new int[profile.distinct()];
        committee.stream().forEach(x -> {
            for (int b : approvers[x]) {
                members[b]++;
            }
        });
        return members;
    }

    /** The least greatest load when each member's cost of 1 is spread over those who approve it. */
    Set<BitSet> minimaxLoad() {
        return byLoads(
                "minimaxphragmen",
                Comparator.comparing((List<Support.Load> loads) -> loads.get(0).each()));
    }

    /** As {@link #minimaxLoad}; of these the least second greatest load, and so on, voter by voter. */
    Set<BitSet> leximaxLoad() {
        return byLoads("leximaxphragmen", Evenness::compareLoads);
    }

    private record Spread(int unpaid, List<Support.Load> loads) {}

    /** A member whom nobody approves has nobody to pay; the fewer the better, before all else. */
    private Set<BitSet> byLoads(String rule, Comparator<List<Support.Load>> more) {
        Support support = new Support(profile, approvers);
        BitSet unpaid = new BitSet();
        for (int x = 0; x < approvers.length; x++) {
            unpaid.set(x, approvers[x].length == 0);
        }
        Comparator<Spread> worse = Comparator.comparingInt(Spread::unpaid).thenComparing(Spread::loads, more);
        return Exhaustive.best(
                profile.size(),
                seats,
                committee -> {
                    BitSet paid = (BitSet) committee.clone();
                    paid.andNot(unpaid);
                    return new Spread(committee.cardinality() - paid.cardinality(), support.loads(paid));
                },
                worse.reversed(),
                rule);
    }

    private static int compareLoads(List<Support.Load> one, List<Support.Load> other) {
        int i = 0;
        int j = 0;
        long left = one.get(0).voters();
        long right = other.get(0).voters();
        while (true) {
            int sign = one.get(i).each().compareTo(other.get(j).each());
            if (sign != 0) {
                return sign;
            }
            long same = Math.min(left, right);
            left -= same;
            right -= same;
            while (left == 0 && ++i < one.size()) {
                left = one.get(i).voters();
            }
            while (right == 0 && ++j < other.size()) {
                right = other.get(j).voters();
            }
            if (i == one.size() || j == other.size()) {
                return 0;
            }
        }
    }

    /** Adds the member that leaves the least supported best off, following every tie. */
    Set<BitSet> maximinSupport() {
        Support support = new Support(profile, approvers);
        BitSet everybody = new BitSet();
        everybody.set(0, profile.distinct());
        Set<BitSet> frontier = Set.of(new BitSet());
        for (int place = 0; place < seats; place++) {
            Set<BitSet> next = new LinkedHashSet<>();
            for (BitSet committee : frontier) {
                next.addAll(mostSupported(committee, support, everybody));
                Thiele.refuseTooMany(next.size());
            }
            frontier = next;
        }
        return frontier;
    }

    private List<BitSet> mostSupported(BitSet committee, Support support, BitSet everybody) {
        Rational best = Rational.of(-1);
        List<BitSet> ties = new ArrayList<>();
        for (int x = 0; x < profile.size(); x++) {
            if (!committee.get(x)) {
                BitSet more = (BitSet) committee.clone();
                more.set(x);
                Rational least = support.thinnest(more, everybody).each();
                int sign = least.compareTo(best);
                if (sign > 0) {
                    ties.clear();
                    best = least;
                }
                if (sign >= 0) {
                    ties.add(more);
                }
            }
        }
        return ties;
    }
}
