package org.iltlib.choice.committee;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rules for committees from approval ballots. Each returns every committee that it can reach under some order of
 * ties, and refuses when there are too many to follow (more than 100,000).
 *
 * <p>Sources and definitions: M. Lackner and P. Skowron (2023), <i>Multi-Winner Voting with Approval Preferences</i>,
 * doi 10.1007/978-3-031-09016-5; the names are those of the abcvoting library. The axioms that
 * each keeps are {@link CommitteeRule#axioms}.
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

    /**
     * {@link #EQUAL_SHARES} with what voters have together raised by 1 until a committee is full; members whom nobody
     * approves are seated last, by {@link #AV}. All committees that are full at the first such sum; since purchases end with the
     * last seat, some of them may leave a group out, so this completion does not keep JR.
     */
    public static final CommitteeRule EQUAL_SHARES_INCREMENT = StandardCommitteeRules.EQUAL_SHARES_INCREMENT;

    /**
     * {@link #CC}; among its committees most voters with two members, then with three, and so on. Exhaustive, as all
     * rules from here to {@link #MONROE} but {@link #MAXIMIN_SUPPORT}: at most a million committees.
     */
    public static final CommitteeRule LEXICOGRAPHIC_CC = StandardCommitteeRules.LEXICOGRAPHIC_CC;

    /**
     * {@link #CC}; among its committees the highest sum of 1 + 1/2 + … for each voter's members after the first, as
     * J. Q. Adams divided seats.
     */
    public static final CommitteeRule ADAMS = StandardCommitteeRules.ADAMS;

    /** The least greatest Hamming distance between a ballot and the committee. */
    public static final CommitteeRule MINIMAX_AV = StandardCommitteeRules.MINIMAX_AV;

    /** {@link #MINIMAX_AV}; among its committees the least second greatest distance, and so on, voter by voter. */
    public static final CommitteeRule LEXICOGRAPHIC_MINIMAX_AV = StandardCommitteeRules.LEXICOGRAPHIC_MINIMAX_AV;

    /** Each member costs 1, spread over those who approve it: the least greatest load of a voter. */
    public static final CommitteeRule MINIMAX_PHRAGMEN = StandardCommitteeRules.MINIMAX_PHRAGMEN;

    /** {@link #MINIMAX_PHRAGMEN}; among its committees the least second greatest load, and so on. */
    public static final CommitteeRule LEXIMAX_PHRAGMEN = StandardCommitteeRules.LEXIMAX_PHRAGMEN;

    /**
     * Each voter divides one vote among members: adds the member that leaves the least supported best off. Keeps PJR.
     * L. Sánchez-Fernández and others (2024), doi 10.1007/s10107-022-01906-2. Time: a few greatest flows for each
     * alternative and seat.
     */
    public static final CommitteeRule MAXIMIN_SUPPORT = StandardCommitteeRules.MAXIMIN_SUPPORT;

    /**
     * Monroe, exact: voters are divided among the members in groups that differ by one at most; most voters in the group
     * of a member whom they approve. B. L. Monroe (1995), doi 10.2307/2082518.
     */
    public static final CommitteeRule MONROE = StandardCommitteeRules.MONROE;

    /** {@link #MONROE} by giving a group to the member most voters of those left approve; one committee, ties by order. */
    public static final CommitteeRule GREEDY_MONROE = StandardCommitteeRules.GREEDY_MONROE;

    /**
     * Eneström: again and again the member with most support; its voters keep what it had beyond voters / seats, in
     * proportion.
     */
    public static final CommitteeRule ENESTROEM = StandardCommitteeRules.ENESTROEM;

    /**
     * Consensus: each round every voter gains 1, the member with most money of voters behind it is elected, and its
     * voters pay the sum gained in equal parts, into debt if need be. After M. Lackner (2020), Perpetual Voting, doi
     * 10.1609/aaai.v34i02.5584.
     */
    public static final CommitteeRule CONSENSUS = StandardCommitteeRules.CONSENSUS;

    /**
     * E Pluribus Hugo: each ballot's point is divided among its alternatives that still stand; of the two with fewest
     * points the one on fewer ballots leaves. J. Quinn and B. Schneier (2016).
     */
    public static final CommitteeRule PLURIBUS_HUGO = StandardCommitteeRules.PLURIBUS_HUGO;

    /** Every committee of that size: what is left when nobody is heard. For comparisons. */
    public static final CommitteeRule TRIVIAL = StandardCommitteeRules.TRIVIAL;

    private CommitteeRules() {}

    /**
     * Random serial dictator, {@code rsd}: voters are drawn one after another, and all whom the drawn one approves are
     * members, as far as they fit; if they do not all fit, those are drawn as well. Seats left when all voters were drawn
     * are drawn among the others. The same seed gives the same committee on every Java version; it depends on the order of
     * alternatives and ballots. For comparisons. Time: voters × alternatives.
     */
    public static CommitteeRule randomSerialDictator(long seed) {
        return new SerialDictator(seed);
    }

    /** All of them that leave nothing to chance. */
    public static List<CommitteeRule> all() {
        return Arrays.asList(StandardCommitteeRules.values());
    }

    /** The rule of that {@linkplain CommitteeRule#ruleName() name}. */
    public static Optional<CommitteeRule> findByName(String name) {
        return all().stream().filter(rule -> rule.ruleName().equals(name)).findFirst();
    }
}
