package org.iltlib.choice.committee;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.committee.Representation.CohesiveGroup;

/** Looks for groups that could elect, with the seats that are their due, what all of them like better. Depth first. */
final class Objections {
    private static final long MOST_STEPS = 20_000_000;

    private final ApprovalProfile profile;
    private final List<Integer> committee;
    private final int[] members;
    private final int[] gained;
    private long steps;

    Objections(ApprovalProfile profile, List<Integer> committee) {
        this.profile = profile;
        this.committee = List.copyOf(Checks.notEmpty(committee, "committee"));
        this.members = new int[profile.distinct()];
        this.gained = new int[profile.distinct()];
        for (int b = 0; b < members.length; b++) {
            for (int x : this.committee) {
                members[b] += profile.approves(b, x) ? 1 : 0;
            }
        }
    }

    Optional<CohesiveGroup> find() {
        for (int level = 1; level <= committee.size(); level++) {
            Optional<CohesiveGroup> found = extend(0, List.of(), level);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<CohesiveGroup> extend(int from, List<Integer> instead, int level) {
        steps += members.length;
        Checks.require(
                steps <= MOST_STEPS,
                "The search for an objection takes more than %s steps. Maybe ask for EJR+.",
                MOST_STEPS);
        if (instead.size() == level) {
            long voters = 0;
            for (int b = 0; b < members.length; b++) {
                voters += gained[b] > members[b] ? profile.weight(b) : 0;
            }
            boolean enough = voters > 0
                    && BigInteger.valueOf(voters)
                                    .multiply(BigInteger.valueOf(committee.size()))
                                    .compareTo(BigInteger.valueOf(profile.totalWeight())
                                            .multiply(BigInteger.valueOf(level)))
                            >= 0;
            return enough ? Optional.of(new CohesiveGroup(instead, voters, level)) : Optional.empty();
        }
        for (int x = from; x <= profile.size() - (level - instead.size()); x++) {
            take(x, 1);
            List<Integer> more = new ArrayList<>(instead);
            more.add(x);
            Optional<CohesiveGroup> found = extend(x + 1, more, level);
            if (found.isPresent()) {
                return found;
            }
            take(x, -1);
        }
        return Optional.empty();
    }

    private void take(int x, int sign) {
        for (int b = 0; b < gained.length; b++) {
            gained[b] += profile.approves(b, x) ? sign : 0;
        }
    }
}
