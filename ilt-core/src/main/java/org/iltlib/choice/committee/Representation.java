package org.iltlib.choice.committee;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.iltlib.choice.ApprovalProfile;

/**
 * Whether a committee represents its voters: each check returns the group that is left out, if any.
 *
 * <p>Sources: H. Aziz and others (2017), Justified representation, <i>Social Choice and Welfare</i> 48, doi
 * 10.1007/s00355-016-1019-3; M. Brill and J. Peters (2023), EJR+, doi 10.1145/3580507.3597751.
 */
public final class Representation {
    private Representation() {}

    /**
     * A group without its due.
     *
     * @param alternative an alternative outside the committee that all of them approve
     * @param voters how many they are
     * @param level how many members they are entitled to: each approves fewer
     */
    public record Group(int alternative, long voters, int level) {}

    /**
     * Justified representation: an alternative approved by at least n / seats voters of whom none approves a member.
     * Time: alternatives × ballots.
     *
     * @return the group that breaks it, or nothing if the committee keeps it
     */
    public static Optional<Group> findUnjustified(ApprovalProfile profile, List<Integer> committee) {
        return find(profile, committee, 1);
    }

    /**
     * EJR+, which implies EJR, PJR and JR: for some level l an alternative outside the committee that at least l · n /
     * seats voters approve who each approve fewer than l members. Time: seats × alternatives × ballots.
     *
     * @return the group that breaks it, or nothing if the committee keeps it
     */
    public static Optional<Group> findUnderrepresented(ApprovalProfile profile, List<Integer> committee) {
        return find(profile, committee, committee.size());
    }

    /**
     * A group that agrees and did not get its due.
     *
     * @param alternatives as many as the level, each approved by all of the group; for an objection, what it would elect
     *     instead
     * @param voters how many they are
     * @param level how many members they are entitled to
     */
    public record CohesiveGroup(List<Integer> alternatives, long voters, int level) {
        /** Copies the list. */
        public CohesiveGroup {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * Extended justified representation (EJR): of every group of l · n / seats voters who agree on l alternatives, some
     * voter approves l members. Looks at all sets of alternatives on which enough voters agree: exponential, coNP-hard;
     * at most 20 million steps.
     *
     * @return a group of whom each approves fewer than l members, or nothing if the committee keeps EJR
     * @throws IllegalArgumentException if there is too much to look at
     */
    public static Optional<CohesiveGroup> findUnextended(ApprovalProfile profile, List<Integer> committee) {
        return new Cohesion(profile, committee, false).find();
    }

    /**
     * Proportional justified representation (PJR): every group of l · n / seats voters who agree on l alternatives
     * approves, all voters taken together, l members. L. Sánchez-Fernández and others (2017), doi
     * 10.1609/aaai.v31i1.10611. As laborious as {@link #findUnextended}.
     *
     * @return a group that approves fewer than l members between them, or nothing if the committee keeps PJR
     * @throws IllegalArgumentException if there is too much to look at
     */
    public static Optional<CohesiveGroup> findDisproportional(ApprovalProfile profile, List<Integer> committee) {
        return new Cohesion(profile, committee, true).find();
    }

    /**
     * The core: no group of l · n / seats voters has l alternatives of which each of them approves more than of the
     * committee. Implies EJR. Looks at all sets of up to as many alternatives as there are seats: exponential; at most 20
     * million steps.
     *
     * @return the largest such group for the first such set, or nothing if the committee is in the core
     * @throws IllegalArgumentException if there is too much to look at
     */
    public static Optional<CohesiveGroup> findObjection(ApprovalProfile profile, List<Integer> committee) {
        return new Objections(profile, committee).find();
    }

    private static Optional<Group> find(ApprovalProfile profile, List<Integer> committee, int highest) {
        int[] members = new int[profile.distinct()];
        for (int b = 0; b < members.length; b++) {
            for (int x : committee) {
                members[b] += profile.approves(b, x) ? 1 : 0;
            }
        }
        for (int level = 1; level <= highest; level++) {
            for (int x = 0; x < profile.size(); x++) {
                if (!committee.contains(x)) {
                    long voters = 0;
                    for (int b = 0; b < members.length; b++) {
                        voters += members[b] < level && profile.approves(b, x) ? profile.weight(b) : 0;
                    }
                    if (voters > 0
                            && times(voters, committee.size()).compareTo(times(profile.totalWeight(), level)) >= 0) {
                        return Optional.of(new Group(x, voters, level));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static BigInteger times(long weight, int factor) {
        return BigInteger.valueOf(weight).multiply(BigInteger.valueOf(factor));
    }
}
