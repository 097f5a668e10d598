package org.iltlib.learning;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;

/**
 * Who may mentor whom: enough experience, room for one more, and never the evaluator of the mentee.
 *
 * <p>Three years of experience follow the programs accredited by the California Commission on Teacher Credentialing.
 *
 * @param yearsOfExperience the fewest completed years of teaching
 */
public record MentorRule(int yearsOfExperience) {
    /** Checks the years. */
    public MentorRule {
        Checks.notNegative(yearsOfExperience, "yearsOfExperience");
    }

    /** Three years. */
    public static MentorRule withDefaults() {
        return new MentorRule(3);
    }

    /** Whether nothing stands against this mentor for this mentee. */
    public boolean allows(MentorProfile mentor, PersonId mentee) {
        return mentor.yearsOfExperience() >= yearsOfExperience
                && mentor.room() > 0
                && !mentor.evaluates().contains(mentee)
                && !mentor.person().equals(mentee);
    }

    /** What stands against this mentor for this mentee, in words; empty if nothing does. */
    public List<String> obstacles(MentorProfile mentor, PersonId mentee) {
        List<String> obstacles = new ArrayList<>();
        if (mentor.person().equals(mentee)) {
            obstacles.add("Nobody mentors himself or herself.");
        }
        if (mentor.yearsOfExperience() < yearsOfExperience) {
            obstacles.add("Has " + mentor.yearsOfExperience() + " years of experience; " + yearsOfExperience
                    + " are needed.");
        }
        if (mentor.evaluates().contains(mentee)) {
            obstacles.add("Evaluates the mentee.");
        }
        if (mentor.room() == 0) {
            obstacles.add("Has no room for one more: " + mentor.load() + " of " + mentor.capacity() + ".");
        }
        return List.copyOf(obstacles);
    }
}
