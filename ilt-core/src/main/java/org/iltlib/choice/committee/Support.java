package org.iltlib.choice.committee;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.Rational;

/**
 * How evenly voters can share the members of a committee. By Hall's theorem the member that fares worst, at best, has
 * the support min |voters of S| / |S| over all non-empty sets S of members; sought by Dinkelbach's steps, each a least
 * cut, so exact.
 */
final class Support {
    private final ApprovalProfile profile;
    private final int[][] approvers;

    Support(ApprovalProfile profile, int[][] approvers) {
        this.profile = profile;
        this.approvers = approvers;
    }

    /** A set of members, the voters that approve any of them, and how many voters there are for each member. */
    record Thinnest(BitSet members, BitSet ballots, Rational each) {}

    /** The greatest set of members with the least support for each; among those voters only. */
    Thinnest thinnest(BitSet members, BitSet ballots) {
        Thinnest best = measure(members, ballots);
        while (true) {
            Thinnest better = measure(below(members, ballots, best.each), ballots);
            if (better.each.equals(best.each) && better.members.cardinality() <= best.members.cardinality()) {
                return best;
            }
            best = better;
        }
    }

    /** The greatest set S that makes |voters of S| − ratio · |S| least. */
    private BitSet below(BitSet members, BitSet ballots, Rational ratio) {
        long top = ratio.numerator().longValueExact();
        long bottom = ratio.denominator().longValueExact();
        int[] who = members.stream().toArray();
        int[] voters = ballots.stream().toArray();
        int source = 0;
        int sink = 1;
        Flow flow = new Flow(2 + who.length + voters.length);
        int[] node = new int[profile.distinct()];
        for (int i = 0; i < voters.length; i++) {
            node[voters[i]] = 2 + who.length + i;
            flow.edge(node[voters[i]], sink, Math.multiplyExact(profile.weight(voters[i]), bottom));
        }
        for (int i = 0; i < who.length; i++) {
            flow.edge(source, 2 + i, top);
            for (int b : approvers[who[i]]) {
                if (ballots.get(b)) {
                    flow.edge(2 + i, node[b], Long.MAX_VALUE / 4);
                }
            }
        }
        flow.greatest(source, sink);
        BitSet apart = flow.reaching(sink);
        BitSet set = new BitSet();
        for (int i = 0; i < who.length; i++) {
            set.set(who[i], !apart.get(2 + i));
        }
        return set.isEmpty() ? members : set;
    }

    private Thinnest measure(BitSet members, BitSet ballots) {
        BitSet reached = new BitSet();
        members.stream().forEach(x -> {
            for (int b : approvers[x]) {
                reached.set(b, ballots.get(b) || reached.get(b));
            }
        });
        long voters = reached.stream().mapToLong(profile::weight).sum();
        return new Thinnest(members, reached, Rational.of(voters, members.cardinality()));
    }

    /** The loads of voters when members' costs of 1 are spread as evenly as can be, greatest first; one for each group. */
    List<Load> loads(BitSet committee) {
        BitSet members = (BitSet) committee.clone();
        BitSet ballots = new BitSet();
        ballots.set(0, profile.distinct());
        List<Load> loads = new ArrayList<>();
        while (!members.isEmpty()) {
            Thinnest next = thinnest(members, ballots);
            loads.add(new Load(
                    Rational.ONE.dividedBy(next.each),
                    next.ballots.stream().mapToLong(profile::weight).sum()));
            members.andNot(next.members);
            ballots.andNot(next.ballots);
        }
        loads.add(new Load(
                Rational.ZERO, ballots.stream().mapToLong(profile::weight).sum()));
        return loads;
    }

    /** So many voters bear so much each. */
    record Load(Rational each, long voters) {}
}
