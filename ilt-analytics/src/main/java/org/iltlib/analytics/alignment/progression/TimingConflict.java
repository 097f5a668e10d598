package org.iltlib.analytics.alignment.progression;

import java.util.Optional;
import org.iltlib.analytics.alignment.Prerequisite;

/**
 * A standard is taught before what it needs is, or what it needs is not taught at all.
 *
 * @param step what is needed by what
 * @param use where the standard that needs it is first taught
 * @param need where the standard that is needed is first taught; absent if it is not
 */
public record TimingConflict(Prerequisite step, Teaching use, Optional<Teaching> need) {
    /** Whether what is needed is not taught in any of the courses. */
    public boolean untaught() {
        return need.isEmpty();
    }

    /** Whether the two are taught in different subjects. */
    public boolean crossSubject() {
        return need.isPresent() && !need.get().subject().equals(use.subject());
    }

    /** How many school days too late it begins, within one grade; absent across grades or if it is not taught. */
    public Optional<Integer> daysLate() {
        return need.filter(late -> late.grade().equals(use.grade())).map(late -> late.firstDay() - use.firstDay());
    }

    /** Such as {@code 6.RP.A.2 (day 1 of grade 6, Mathematics 6) needs 6.RP.A.1, which begins 20 days later}. */
    @Override
    public String toString() {
        String start = step.after() + " (day " + use.firstDay() + " of " + use.grade() + ", " + use.course()
                + ") needs " + step.before();
        if (need.isEmpty()) {
            return start + ", which is not taught";
        }
        String where = crossSubject() ? " in " + need.get().course() : "";
        return daysLate()
                .map(days -> start + ", which begins " + days + (days == 1 ? " day" : " days") + " later" + where)
                .orElseGet(() -> start + ", which begins in " + need.get().grade() + where);
    }
}
