package org.iltlib.learning.coaching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * How often coach and teacher meet: every other week at least, as programs of coaching commonly ask.
 *
 * @param days the most days from one contact to the next, at least 1
 * @param soon how many days before it a contact counts as due soon, zero or more, fewer than the days
 */
public record CoachingClock(int days, int soon) {
    /** Checks the numbers. */
    public CoachingClock {
        Checks.positive(days, "days");
        Checks.require(soon >= 0 && soon < days, "soon is %s. Expected 0 to %s.", soon, days - 1);
    }

    /** Fourteen days, due soon three days before. */
    public static CoachingClock withDefaults() {
        return new CoachingClock(14, 3);
    }

    /** The last day for the next contact, seen from that day; the start counts as a contact. */
    public LocalDate dueOn(CoachingActivity activity, LocalDate day) {
        return activity.findLastContact(day).orElse(activity.start()).plusDays(days);
    }

    /** How the next contact stands on that day; contacts after it are not known yet. */
    public CoachingStanding standing(CoachingActivity activity, LocalDate day) {
        if (day.isAfter(activity.end())) {
            return CoachingStanding.ENDED;
        }
        LocalDate due = dueOn(activity, day);
        if (day.isAfter(due)) {
            return CoachingStanding.OVERDUE;
        }
        return day.plusDays(soon).isBefore(due) ? CoachingStanding.ON_TRACK : CoachingStanding.DUE_SOON;
    }

    /**
     * The stretches up to that day, or to the end of the cycle if that is earlier, in which contacts were too far
     * apart, each in a sentence.
     */
    public List<Explanation> gaps(CoachingActivity activity, LocalDate day) {
        List<Explanation> gaps = new ArrayList<>();
        LocalDate until = day.isAfter(activity.end()) ? activity.end() : day;
        LocalDate from = activity.start();
        for (LocalDate on : activity.contacts()) {
            if (!on.isAfter(until)) {
                add(gaps, from, on);
                from = on;
            }
        }
        add(gaps, from, until);
        return List.copyOf(gaps);
    }

    private void add(List<Explanation> gaps, LocalDate from, LocalDate to) {
        long apart = ChronoUnit.DAYS.between(from, to);
        if (apart > days) {
            gaps.add(Explanation.of(
                    "No contact from %s to %s: %d days; one at least every %d is expected.", from, to, apart, days));
        }
    }
}
