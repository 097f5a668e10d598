package org.iltlib.analytics.participation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;

/**
 * The groups of some meetings, small ones withheld. The size of a group is the number of its members who were present at
 * least once: who never came cannot hide another.
 *
 * @param members in order
 * @param meetings what was heard in each
 * @param rule which groups are withheld
 */
record VoiceGroups(List<PersonId> members, List<Heard> meetings, SmallGroups rule) {
    /**
     * What was heard in one meeting.
     *
     * @param sitting the turns, and the places of those present
     * @param times of those present, in the same order
     */
    record Heard(VoiceChance.Sitting sitting, List<Long> times) {
        /** The times, and which are of the group. */
        DealtTime dealt(List<Boolean> inGroup) {
            return new DealtTime(times, inGroup);
        }
    }

    /** Each group's share of the turns. */
    SortedMap<String, Measured<ChanceShare>> turns(Map<PersonId, Integer> turns, Map<PersonId, String> groups) {
        return shares(rule.among(sizes(groups)), groups, group -> ofTurns(turns, groups, group));
    }

    /** The same, but only if no small group follows from these groups and those of a grouping shown before. */
    SortedMap<String, Measured<ChanceShare>> beside(
            Map<PersonId, Integer> turns, Map<PersonId, String> before, Map<PersonId, String> groups) {
        boolean allowed = rule.allowsSideBySide(there().stream()
                .map(person -> List.of(Voices.groupOf(person, before), Voices.groupOf(person, groups)))
                .toList());
        return allowed
                ? turns(turns, groups)
                : shares(rule.none(sizes(groups).keySet()), groups, group -> ofTurns(turns, groups, group));
    }

    /** Each group's share of the time. */
    SortedMap<String, Measured<ChanceShare>> time(Map<PersonId, String> groups) {
        return shares(rule.among(sizes(groups)), groups, group -> ofTime(groups, group));
    }

    private List<PersonId> there() {
        TreeSet<Integer> places = new TreeSet<>();
        meetings.forEach(met -> places.addAll(met.sitting().present()));
        return places.stream().map(members::get).toList();
    }

    private SortedMap<String, Long> sizes(Map<PersonId, String> groups) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        members.forEach(person -> sizes.put(Voices.groupOf(person, groups), 0L));
        there().forEach(person -> sizes.merge(Voices.groupOf(person, groups), 1L, Long::sum));
        return sizes;
    }

    private SortedMap<String, Measured<ChanceShare>> shares(
            SmallGroups.Shown shown, Map<PersonId, String> groups, Function<String, ChanceShare> share) {
        SortedMap<String, Measured<ChanceShare>> shares = new TreeMap<>();
        sizes(groups)
                .keySet()
                .forEach(group -> shares.put(group, shown.show(group, () -> Measured.of(share.apply(group)))));
        return Collections.unmodifiableSortedMap(shares);
    }

    private ChanceShare ofTurns(Map<PersonId, Integer> turns, Map<PersonId, String> groups, String group) {
        return ChanceShare.sittings(
                members.stream()
                        .filter(person -> group.equals(groups.get(person)))
                        .mapToLong(person -> turns.getOrDefault(person, 0))
                        .sum(),
                meetings.stream()
                        .map(met -> new ChanceShare.Sitting(
                                met.sitting().turns(),
                                Collections.frequency(marks(met, groups, group), true),
                                met.sitting().present().size()))
                        .toList());
    }

    private ChanceShare ofTime(Map<PersonId, String> groups, String group) {
        return DealtTime.of(meetings.stream()
                .map(met -> met.dealt(marks(met, groups, group)))
                .toList());
    }

    private List<Boolean> marks(Heard met, Map<PersonId, String> groups, String group) {
        return met.sitting().present().stream()
                .map(place -> group.equals(groups.get(members.get(place))))
                .toList();
    }
}
