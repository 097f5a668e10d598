package org.iltlib.choice.committee;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Set;
import org.iltlib.choice.ApprovalProfile;

/** Monroe's rule: voters are divided among the members as evenly as numbers allow, each to one they approve if possible. */
final class Monroe {
    private final ApprovalProfile profile;
    private final int seats;
    private final int[][] approvers;
    private final long least;
    private final long larger;

    Monroe(ApprovalProfile profile, int seats) {
        this.profile = profile;
        this.seats = seats;
        this.approvers = Thiele.approvers(profile);
        this.least = profile.totalWeight() / seats;
        this.larger = profile.totalWeight() % seats;
    }

    /** The committees with most voters under a member whom they approve. */
    Set<BitSet> exact() {
        return Exhaustive.best(profile.size(), seats, this::represented, Comparator.naturalOrder(), "monroe");
    }

    /** Nodes: source, sink, the groups larger by one, the members, the ballots. */
    private long represented(BitSet committee) {
        int[] members = committee.stream().toArray();
        int ballots = 3 + members.length;
        Flow flow = new Flow(ballots + profile.distinct());
        flow.edge(2, 1, larger);
        for (int b = 0; b < profile.distinct(); b++) {
            flow.edge(0, ballots + b, profile.weight(b));
        }
        for (int i = 0; i < members.length; i++) {
            flow.edge(3 + i, 1, least);
            flow.edge(3 + i, 2, 1);
            for (int b : approvers[members[i]]) {
                flow.edge(ballots + b, 3 + i, profile.weight(b));
            }
        }
        return flow.greatest(0, 1);
    }

    /**
     * The member that most unassigned voters approve takes its group of them, again and again; among equals the first,
     * and voters in the order of their ballots.
     */
    Set<BitSet> greedy() {
        long[] open = new long[profile.distinct()];
        for (int b = 0; b < open.length; b++) {
            open[b] = profile.weight(b);
        }
        BitSet committee = new BitSet();
        for (int place = 0; place < seats; place++) {
            int member = mostApproved(committee, open);
            committee.set(member);
            long group = least + (place < larger ? 1 : 0);
            for (int b : approvers[member]) {
                long taken = Math.min(group, open[b]);
                open[b] -= taken;
                group -= taken;
            }
        }
        return Set.of(committee);
    }

    private int mostApproved(BitSet committee, long[] open) {
        int best = -1;
        long most = -1;
        for (int x = 0; x < profile.size(); x++) {
            long voters = 0;
            for (int b : approvers[x]) {
                voters += open[b];
            }
            if (!committee.get(x) && voters > most) {
                most = voters;
                best = x;
            }
        }
        return best;
    }
}
