package org.iltlib.choice.committee;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rules for committees from approval ballots. Each returns every committee that it can reach under some order of
 * ties, and refuses when there are too many to follow (more than 100,000).
 *
 * <p>Sources and definitions: M. Lackner and P. Skowron (2023), <i>Multi-Winner Voting with Approval Preferences</i>,
 * doi 10.1007/978-3-031-09016-5; the names are those of the abcvoting library.
 */
public final class CommitteeRules {
    /** Most approvals. */
    public static final CommitteeRule AV = StandardCommitteeRules.AV;

    /** Each ballot is divided equally among those that it approves. */
    public static final CommitteeRule SAV = StandardCommitteeRules.SAV;

    /**
     * Proportional approval, exact: a voter with j members counts 1 + 1/2 + … + 1/j. Branch and bound; exponential in
     * the worst case. Keeps EJR.
     */
    public static final CommitteeRule PAV = StandardCommitteeRules.PAV;

    /** As {@link #PAV} with 1 + 1/3 + … + 1/(2j − 1). */
    public static final CommitteeRule SLAV = StandardCommitteeRules.SLAV;

    /** As {@link #PAV} with 1/2 + 1/4 + … + 1/2ʲ. */
    public static final CommitteeRule GEOMETRIC = StandardCommitteeRules.GEOMETRIC;

    /** Chamberlin–Courant, exact: most voters with at least one member. */
    public static final CommitteeRule CC = StandardCommitteeRules.CC;

    /** {@link #PAV} by adding the best next member. Time: seats × alternatives × ballots for each order of ties. */
    public static final CommitteeRule SEQUENTIAL_PAV = StandardCommitteeRules.SEQUENTIAL_PAV;

    /** {@link #SLAV} by adding the best next member. */
    public static final CommitteeRule SEQUENTIAL_SLAV = StandardCommitteeRules.SEQUENTIAL_SLAV;

    /** {@link #CC} by adding the best next member. */
    public static final CommitteeRule SEQUENTIAL_CC = StandardCommitteeRules.SEQUENTIAL_CC;

    /** {@link #PAV} by taking away from all the member who matters least. */
    public static final CommitteeRule REVERSE_SEQUENTIAL_PAV = StandardCommitteeRules.REVERSE_SEQUENTIAL_PAV;

    /**
     * Sequential Phragmén: voters earn at equal rates, a member costs 1, and is bought as soon as those who approve it
     * can pay. Keeps PJR.
     */
    public static final CommitteeRule PHRAGMEN = StandardCommitteeRules.PHRAGMEN;

    /**
     * Equal shares: each of n voters has seats / n; again and again the member is bought for whom the highest payment
     * of a voter is least. Places left are filled by {@link #PHRAGMEN}, starting from what each has left. Keeps EJR. D.
     * Peters and P. Skowron (2020), doi 10.1145/3391403.3399465.
     */
    public static final CommitteeRule EQUAL_SHARES = StandardCommitteeRules.EQUAL_SHARES;

    /** {@link #EQUAL_SHARES} with places left filled by {@link #AV}. */
    public static final CommitteeRule EQUAL_SHARES_AV = StandardCommitteeRules.EQUAL_SHARES_AV;

    private CommitteeRules() {}

    /** All of them. */
    public static List<CommitteeRule> all() {
        return Arrays.asList(StandardCommitteeRules.values());
    }

    /** The rule of that {@linkplain CommitteeRule#ruleName() name}. */
    public static Optional<CommitteeRule> findByName(String name) {
        return all().stream().filter(rule -> rule.ruleName().equals(name)).findFirst();
    }
}
