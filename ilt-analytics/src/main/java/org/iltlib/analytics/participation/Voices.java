package org.iltlib.analytics.participation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;

/**
 * Who took how many turns, shown by group; a member's own number only to that member. Immutable.
 *
 * <pre>{@code
 * voices.byGroup(roles).get("teacher");                    // 42 of 90 turns, beside what chance would bring
 * voices.byGroup(Voices.tenure(years, 3, 10));             // "under 3", "3 to under 10", "10 or more"
 * voices.own(ana, ana);                                    // 9; for anybody else it is refused
 * }</pre>
 *
 * <p>A group of fewer than {@code smallestGroup} members is withheld, and if that would leave one group to be worked out
 * from the others, the next smallest too (see {@link SmallGroups}). Two is the least at which no group is a person; one is for a team that has
 * agreed to it.
 *
 * <p>It tells nobody's number to others: there is no map of all, and {@link #toString} gives sums.
 */
public final class Voices {
    private static final String POLICY = "groups of members, not members";
    private static final LocalDate READ_ON = LocalDate.of(2026, 11, 28);

    private final SortedMap<PersonId, Integer> turns;
    private final int smallestGroup;

    /** Checks the numbers; copies in order of the ids. */
    Voices(Map<PersonId, Integer> turns, int smallestGroup) {
        this.turns = Collections.unmodifiableSortedMap(new TreeMap<>(turns));
        this.smallestGroup = smallestGroup;
        Checks.positive(smallestGroup, "smallestGroup");
        new Turns(List.copyOf(this.turns.values()));
    }

    /**
     * Groups of two members or more are shown.
     *
     * @param turns the turns of each member, also of those who took none; at least two members and one turn
     */
    public static Voices of(Map<PersonId, Integer> turns) {
        return new Voices(turns, 2);
    }

    /** A copy in which groups of so many members or more are shown; one is for a team that has agreed to it. */
    public Voices withSmallestGroup(int members) {
        return new Voices(turns, members);
    }

    /** The turns in rising order, without who took them: for Gini's coefficient and the like. */
    public Turns evenness() {
        return new Turns(turns.values().stream().sorted().toList());
    }

    /**
     * A member's own turns.
     *
     * @param viewer who asks
     * @param member whose turns
     * @throws IllegalArgumentException if somebody else asks, or it is no member
     */
    public int own(PersonId viewer, PersonId member) {
        Checks.require(
                viewer.equals(member),
                "%s asks for the turns of %s. Expected the member alone. Maybe byGroup.",
                viewer,
                member);
        Checks.require(turns.containsKey(member), "%s is not among the members.", member);
        return turns.getOrDefault(member, 0);
    }

    /**
     * Each group's share of the turns beside its share of the members, by name.
     *
     * @param groups the group of each member: role, tenure, constituency
     * @throws IllegalArgumentException if a member has no group
     */
    public SortedMap<String, Measured<ChanceShare>> byGroup(Map<PersonId, String> groups) {
        SortedMap<String, Integer> members = new TreeMap<>();
        SortedMap<String, Long> spoken = new TreeMap<>();
        turns.forEach((person, count) -> {
            String group = groupOf(person, groups);
            members.merge(group, 1, Integer::sum);
            spoken.merge(group, (long) count, Long::sum);
        });
        SmallGroups.Shown shown = shown(members, smallestGroup);
        long all = evenness().total();
        SortedMap<String, Measured<ChanceShare>> shares = new TreeMap<>();
        members.forEach((group, size) -> shares.put(
                group,
                shown.show(
                        group,
                        () -> Measured.of(
                                ChanceShare.binomial(spoken.getOrDefault(group, 0L), all, size, turns.size())))));
        return Collections.unmodifiableSortedMap(shares);
    }

    /** Which groups of so many members are shown, if each of so few is not. */
    static SmallGroups.Shown shown(Map<String, Integer> members, int smallestGroup) {
        Map<String, Long> sizes = new TreeMap<>();
        members.forEach((group, size) -> sizes.put(group, (long) size));
        return rule(smallestGroup).among(sizes);
    }

    /** The rule that groups of fewer are withheld. */
    static SmallGroups rule(int smallestGroup) {
        return SmallGroups.of(new SuppressionPolicy(POLICY, READ_ON, smallestGroup));
    }

    /** The group of the person; every member has one. */
    static String groupOf(PersonId person, Map<PersonId, String> groups) {
        String group = groups.getOrDefault(person, "");
        Checks.require(!group.isBlank(), "%s has no group. Expected one for each member.", person);
        return group;
    }

    /**
     * Whether those who have been longer at the school speak more, as a rank correlation.
     *
     * @param years the years of each member
     * @param draws random orders beyond nine members, at least 100
     * @param seed the seed of chance
     * @throws IllegalArgumentException if a member has no years
     */
    public Measured<RankCorrelation> tenureEffect(Map<PersonId, Double> years, int draws, long seed) {
        double[] known = turns.keySet().stream()
                .mapToDouble(person -> {
                    Checks.require(
                            years.containsKey(person), "%s has no years. Expected some for each member.", person);
                    return years.getOrDefault(person, 0.0);
                })
                .toArray();
        return RankCorrelation.of(
                known, turns.values().stream().mapToDouble(Integer::doubleValue).toArray(), draws, seed);
    }

    /**
     * Groups by years at the school: under the first limit, from one limit to under the next, the last or more.
     *
     * @param years the years of each member
     * @param limits rising, at least one
     */
    public static Map<PersonId, String> tenure(Map<PersonId, Double> years, int... limits) {
        Checks.positive(limits.length, "limits");
        for (int i = 1; i < limits.length; i++) {
            Checks.require(
                    limits[i] > limits[i - 1], "Limit %s follows %s. Expected a rise.", limits[i], limits[i - 1]);
        }
        Map<PersonId, String> groups = new TreeMap<>();
        years.forEach((person, known) -> {
            int at = 0;
            while (at < limits.length && known >= limits[at]) {
                at++;
            }
            groups.put(
                    person,
                    at == 0
                            ? "under " + limits[0]
                            : at == limits.length
                                    ? limits[at - 1] + " or more"
                                    : limits[at - 1] + " to under " + limits[at]);
        });
        return Collections.unmodifiableMap(groups);
    }

    /** Equal if the members, their turns and the least group are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Voices that && smallestGroup == that.smallestGroup && turns.equals(that.turns);
    }

    @Override
    public int hashCode() {
        return 31 * turns.hashCode() + smallestGroup;
    }

    /** Without people: {@code 10 members, 90 turns}. */
    @Override
    public String toString() {
        return turns.size() + " members, " + evenness().total() + " turns";
    }
}
