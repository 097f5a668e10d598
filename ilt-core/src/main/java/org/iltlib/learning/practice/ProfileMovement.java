package org.iltlib.learning.practice;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;

/**
 * How a group moved on one component from one wave of readings to the next. Of nobody in particular; only people seen
 * in both waves count.
 *
 * @param up how many improved
 * @param same how many did not change
 * @param down how many fell back
 */
public record ProfileMovement(int up, int same, int down) {
    /** Checks the counts. */
    public ProfileMovement {
        Checks.notNegative(up, "up");
        Checks.notNegative(same, "same");
        Checks.notNegative(down, "down");
    }

    /**
     * The movement on each component, in the order of the profile.
     *
     * @param profile the practice
     * @param before the first wave, each person once
     * @param after the second wave, each person once
     * @param fewest the smallest group that is shown, at least 2
     * @throws IllegalArgumentException if a reading is of another profile or of a component that the profile lacks
     */
    public static Map<String, Measured<ProfileMovement>> of(
            PracticeProfile profile, Collection<ProfileReading> before, Collection<ProfileReading> after, int fewest) {
        Checks.require(fewest >= 2, "fewest is %s. Expected 2 or more: one person is not a group.", fewest);
        Map<PersonId, ProfileReading> first = byPerson(profile, before);
        Map<PersonId, ProfileReading> second = byPerson(profile, after);
        Map<String, Measured<ProfileMovement>> moves = new LinkedHashMap<>();
        for (PracticeComponent component : profile.components()) {
            moves.put(component.id(), shown(movement(component.id(), first, second), fewest));
        }
        return Collections.unmodifiableMap(moves);
    }

    /** The readings by person, checked against the profile. */
    static Map<PersonId, ProfileReading> byPerson(PracticeProfile profile, Collection<ProfileReading> wave) {
        Checks.distinct(wave.stream().map(ProfileReading::person).toList(), "wave");
        Map<PersonId, ProfileReading> readings = new HashMap<>();
        for (ProfileReading reading : wave) {
            Checks.require(
                    reading.profile().equals(profile.id()),
                    "Reading %s is by \"%s\". Expected \"%s\".",
                    reading.id(),
                    reading.profile(),
                    profile.id());
            for (String component : reading.seen().keySet()) {
                Checks.require(
                        profile.findComponent(component).isPresent(),
                        "Reading %s has the component \"%s\". Expected one of %s.",
                        reading.id(),
                        component,
                        profile.components().stream().map(PracticeComponent::id).toList());
            }
            readings.put(reading.person(), reading);
        }
        return readings;
    }

    private static ProfileMovement movement(
            String component, Map<PersonId, ProfileReading> first, Map<PersonId, ProfileReading> second) {
        int up = 0;
        int same = 0;
        int down = 0;
        for (Map.Entry<PersonId, ProfileReading> entry : first.entrySet()) {
            ProfileReading later = second.get(entry.getKey());
            Variation from = entry.getValue().seen().get(component);
            Variation to = later == null ? null : later.seen().get(component);
            if (from != null && to != null) {
                int sign = Integer.signum(to.compareTo(from));
                up += sign > 0 ? 1 : 0;
                same += sign == 0 ? 1 : 0;
                down += sign < 0 ? 1 : 0;
            }
        }
        return new ProfileMovement(up, same, down);
    }

    private static Measured<ProfileMovement> shown(ProfileMovement movement, int fewest) {
        if (movement.people() == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody was seen in both waves");
        }
        return movement.people() < fewest
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than " + fewest + " people")
                : Measured.of(movement);
    }

    /** The number of people seen in both waves. */
    public int people() {
        return up + same + down;
    }
}
