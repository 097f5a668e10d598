package org.iltlib.choice.committee;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.committee.Representation.CohesiveGroup;

/** Looks for groups that agree on as many alternatives as they have a claim to, and got fewer. Depth first. */
final class Cohesion {
    private static final long MOST_STEPS = 20_000_000;

    private final ApprovalProfile profile;
    private final List<Integer> committee;
    private final boolean together;
    private final BitSet[] gained;
    private long steps;

    /** Together: PJR, where a group's members count once for all; otherwise EJR, where each voter's own count. */
    Cohesion(ApprovalProfile profile, List<Integer> committee, boolean together) {
        this.profile = profile;
        this.committee = List.copyOf(Checks.notEmpty(committee, "committee"));
        this.together = together;
        this.gained = new BitSet[profile.distinct()];
        for (int b = 0; b < gained.length; b++) {
            gained[b] = new BitSet();
            for (int i = 0; i < committee.size(); i++) {
                gained[b].set(i, profile.approves(b, committee.get(i)));
            }
        }
    }

    Optional<CohesiveGroup> find() {
        BitSet everybody = new BitSet();
        everybody.set(0, profile.distinct());
        for (int level = 1; level <= committee.size(); level++) {
            Optional<CohesiveGroup> found = agreeing(0, List.of(), everybody, level);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Adds alternatives to those that all of the ballots approve, as long as they are enough voters. */
    private Optional<CohesiveGroup> agreeing(int from, List<Integer> common, BitSet ballots, int level) {
        if (common.size() == level) {
            return together ? within(0, new BitSet(), common, ballots, level) : apart(common, ballots, level);
        }
        for (int x = from; x <= profile.size() - (level - common.size()); x++) {
            step();
            BitSet left = (BitSet) ballots.clone();
            int alternative = x;
            ballots.stream().filter(b -> !profile.approves(b, alternative)).forEach(left::clear);
            if (isEnough(left, level)) {
                List<Integer> more = new ArrayList<>(common);
                more.add(x);
                Optional<CohesiveGroup> found = agreeing(x + 1, more, left, level);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<CohesiveGroup> apart(List<Integer> common, BitSet ballots, int level) {
        BitSet poor = (BitSet) ballots.clone();
        ballots.stream().filter(b -> gained[b].cardinality() >= level).forEach(poor::clear);
        return group(common, poor, level);
    }

    /** Looks through the sets of level − 1 members: is the group of those who gained nothing outside of one enough? */
    private Optional<CohesiveGroup> within(int from, BitSet members, List<Integer> common, BitSet ballots, int level) {
        if (members.cardinality() == level - 1) {
            BitSet poor = (BitSet) ballots.clone();
            for (int b = ballots.nextSetBit(0); b >= 0; b = ballots.nextSetBit(b + 1)) {
                step();
                BitSet beyond = (BitSet) gained[b].clone();
                beyond.andNot(members);
                poor.set(b, beyond.isEmpty());
            }
            return group(common, poor, level);
        }
        for (int i = from; i < committee.size(); i++) {
            members.set(i);
            Optional<CohesiveGroup> found = within(i + 1, members, common, ballots, level);
            if (found.isPresent()) {
                return found;
            }
            members.clear(i);
        }
        return Optional.empty();
    }

    private Optional<CohesiveGroup> group(List<Integer> common, BitSet ballots, int level) {
        return isEnough(ballots, level)
                ? Optional.of(new CohesiveGroup(common, voters(ballots), level))
                : Optional.empty();
    }

    private long voters(BitSet ballots) {
        return ballots.stream().mapToLong(profile::weight).sum();
    }

    /** Whether they are level · n / seats voters. */
    private boolean isEnough(BitSet ballots, int level) {
        long voters = voters(ballots);
        return voters > 0
                && BigInteger.valueOf(voters)
                                .multiply(BigInteger.valueOf(committee.size()))
                                .compareTo(BigInteger.valueOf(profile.totalWeight())
                                        .multiply(BigInteger.valueOf(level)))
                        >= 0;
    }

    private void step() {
        steps++;
        Checks.require(
                steps <= MOST_STEPS,
                "The search for a cohesive group takes more than %s steps. Maybe ask for EJR+, which implies EJR and PJR.",
                MOST_STEPS);
    }
}
