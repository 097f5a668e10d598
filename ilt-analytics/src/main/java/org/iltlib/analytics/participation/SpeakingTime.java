package org.iltlib.analytics.participation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;

/**
 * How long each member spoke, shown by group; a member's own time only to that member. Immutable. As {@link Voices}, but
 * seconds of one turn go together, so a group is held against its members' times dealt out to the seats at random (see
 * {@link ChanceShare#dealt}), not against seconds taken one by one.
 */
public final class SpeakingTime {
    private final SortedMap<PersonId, Integer> seconds;
    private final int smallestGroup;

    /** Checks the numbers; copies in order of the ids. */
    private SpeakingTime(Map<PersonId, Integer> seconds, int smallestGroup) {
        this.seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
        this.smallestGroup = smallestGroup;
        Checks.positive(smallestGroup, "smallestGroup");
        new Turns(List.copyOf(this.seconds.values()));
    }

    /**
     * Groups of two members or more are shown.
     *
     * @param seconds the time of each member, also of those who said nothing; at least two members and one second, in
     *     all no more than fits an {@code int}
     */
    public static SpeakingTime of(Map<PersonId, Integer> seconds) {
        return new SpeakingTime(seconds, 2);
    }

    /** A copy in which groups of so many members are shown. */
    public SpeakingTime withSmallestGroup(int members) {
        return new SpeakingTime(seconds, members);
    }

    /** The seconds in rising order, without whose they are: for Gini's coefficient and the like. */
    public Turns evenness() {
        return new Turns(seconds.values().stream().sorted().toList());
    }

    /**
     * A member's own time, in seconds.
     *
     * @param viewer who asks
     * @param member whose time
     * @throws IllegalArgumentException if somebody else asks, or it is no member
     */
    public int own(PersonId viewer, PersonId member) {
        Checks.require(
                viewer.equals(member),
                "%s asks for the time of %s. Expected the member alone. Maybe byGroup.",
                viewer,
                member);
        Checks.require(seconds.containsKey(member), "%s is not among the members.", member);
        return seconds.getOrDefault(member, 0);
    }

    /**
     * Each group's share of the time beside its share of the members, by name.
     *
     * @param groups the group of each member: role, tenure, constituency
     * @throws IllegalArgumentException if a member has no group
     */
    public SortedMap<String, Measured<ChanceShare>> byGroup(Map<PersonId, String> groups) {
        SortedMap<String, Integer> members = new TreeMap<>();
        List<String> groupOf = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        seconds.forEach((person, spoken) -> {
            String group = Voices.groupOf(person, groups);
            members.merge(group, 1, Integer::sum);
            groupOf.add(group);
            amounts.add((long) spoken);
        });
        SmallGroups.Shown shown = Voices.shown(members, smallestGroup);
        SortedMap<String, Measured<ChanceShare>> shares = new TreeMap<>();
        members.keySet()
                .forEach(group -> shares.put(
                        group,
                        shown.show(
                                group,
                                () -> Measured.of(ChanceShare.dealt(
                                        amounts,
                                        groupOf.stream().map(group::equals).toList())))));
        return Collections.unmodifiableSortedMap(shares);
    }

    /** Equal if the members, their seconds and the least group are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SpeakingTime that
                && smallestGroup == that.smallestGroup
                && seconds.equals(that.seconds);
    }

    @Override
    public int hashCode() {
        return 31 * seconds.hashCode() + smallestGroup;
    }

    /** Without people: {@code 10 members, 90 seconds}. */
    @Override
    public String toString() {
        return seconds.size() + " members, " + evenness().total() + " seconds";
    }
}
