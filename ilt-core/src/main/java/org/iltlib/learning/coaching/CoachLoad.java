package org.iltlib.learning.coaching;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;

/**
 * How much a coach has to carry on one day.
 *
 * @param cycles how many cycles are running
 * @param overdue in how many of them the next contact is overdue
 * @param minutes the minutes of all contacts in them so far
 */
public record CoachLoad(int cycles, int overdue, long minutes) {
    /** Checks the counts. */
    public CoachLoad {
        Checks.notNegative(cycles, "cycles");
        Checks.require(overdue >= 0 && overdue <= cycles, "overdue is %s. Expected 0 to %s.", overdue, cycles);
        Checks.notNegative(minutes, "minutes");
    }

    /** The load of each coach who has a cycle running on that day, by id. */
    public static SortedMap<PersonId, CoachLoad> of(
            Collection<CoachingActivity> activities, CoachingClock clock, LocalDate day) {
        SortedMap<PersonId, CoachLoad> loads = new TreeMap<>();
        for (CoachingActivity activity : activities) {
            CoachingStanding standing = clock.standing(activity, day);
            if (standing != CoachingStanding.ENDED && !day.isBefore(activity.start())) {
                int overdue = standing == CoachingStanding.OVERDUE ? 1 : 0;
                loads.merge(activity.coach(), new CoachLoad(1, overdue, activity.minutes()), CoachLoad::plus);
            }
        }
        return Collections.unmodifiableSortedMap(loads);
    }

    private CoachLoad plus(CoachLoad other) {
        return new CoachLoad(cycles + other.cycles, overdue + other.overdue, minutes + other.minutes);
    }
}
