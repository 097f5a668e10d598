package org.iltlib.learning.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.people.StakeholderGroup;

/**
 * How many of a group take part in learning, leaders included.
 *
 * @param people how many belong to the group, at least 1
 * @param took how many of them attended at least one session
 * @param minutes the minutes that they attended in all
 */
public record Participation(int people, int took, long minutes) {
    /** Checks the counts. */
    public Participation {
        Checks.positive(people, "people");
        Checks.require(took >= 0 && took <= people, "took is %s. Expected 0 to %s.", took, people);
        Checks.notNegative(minutes, "minutes");
    }

    /**
     * The participation of each group; suppressed for one smaller than the least. Whoever has no group is left out.
     *
     * @param sessions what took place
     * @param groupOf the group of each person, those included who never came
     * @param fewest the smallest group that is shown, at least 1
     */
    public static SortedMap<StakeholderGroup, Measured<Participation>> of(
            Collection<LearningSession> sessions, Map<PersonId, StakeholderGroup> groupOf, int fewest) {
        Checks.positive(fewest, "fewest");
        Map<PersonId, Long> minutesOf = Dosage.of(sessions).minutesOf();
        SortedMap<StakeholderGroup, Participation> counted = new TreeMap<>();
        groupOf.forEach((person, group) -> {
            long minutes = minutesOf.getOrDefault(person, 0L);
            counted.merge(group, new Participation(1, minutes > 0 ? 1 : 0, minutes), Participation::plus);
        });
        SortedMap<StakeholderGroup, Measured<Participation>> shown = new TreeMap<>();
        counted.forEach((group, value) -> shown.put(
                group,
                value.people < fewest
                        ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest + " people")
                        : Measured.of(value)));
        return Collections.unmodifiableSortedMap(shown);
    }

    private Participation plus(Participation other) {
        return new Participation(people + other.people, took + other.took, minutes + other.minutes);
    }
}
