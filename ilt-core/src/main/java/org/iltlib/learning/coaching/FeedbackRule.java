package org.iltlib.learning.coaching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * What makes feedback useful: it comes soon, it is specific, it asks for one step, and the teacher has a say. It judges
 * the feedback, never the teacher.
 *
 * @param days the most days from the visit to the feedback, zero or more
 */
public record FeedbackRule(int days) {
    /** Checks the days. */
    public FeedbackRule {
        Checks.notNegative(days, "days");
    }

    /** Two days; our own. */
    public static FeedbackRule withDefaults() {
        return new FeedbackRule(2);
    }

    /** What could be better, each in a sentence; empty if nothing. */
    public List<String> remarks(TeacherFeedback feedback) {
        List<String> remarks = new ArrayList<>();
        if (feedback.daysAfterVisit() > days) {
            remarks.add("It came " + feedback.daysAfterVisit() + " days after the visit; at most " + days
                    + " are expected.");
        }
        if (feedback.evidence().isEmpty()) {
            remarks.add("It does not say what exactly was done or said. Maybe quote or count.");
        }
        if (feedback.steps().size() != 1) {
            remarks.add("It asks for " + feedback.steps().size() + " steps; one at a time is expected.");
        }
        if (feedback.response().isEmpty()) {
            remarks.add("The teacher has not answered yet.");
        }
        return List.copyOf(remarks);
    }

    /** The share of the feedback that came in time; missing if there is none. */
    public Measured<Rational> timely(Collection<TeacherFeedback> feedback) {
        long timely =
                feedback.stream().filter(one -> one.daysAfterVisit() <= days).count();
        return feedback.isEmpty()
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no feedback was given")
                : Measured.of(Rational.of(timely, feedback.size()));
    }
}
