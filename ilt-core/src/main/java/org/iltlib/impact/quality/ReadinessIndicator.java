package org.iltlib.impact.quality;

import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How many students of a cohort are on their way, by one sign: on track, credits earned, a course taken, a skill shown.
 *
 * @param name what is counted, in words
 * @param students how many of how many
 * @param least below how many students nothing is shown, at least 1
 */
public record ReadinessIndicator(String name, CountOf students, int least) {
    /** The written form. */
    public static final Form<ReadinessIndicator> FORM = Form.of(
            "name",
            Forms.TEXT,
            ReadinessIndicator::name,
            "students",
            CountOf.FORM,
            ReadinessIndicator::students,
            "least",
            Forms.INTEGER,
            ReadinessIndicator::least,
            ReadinessIndicator::new);

    /** Checks name and numbers. */
    public ReadinessIndicator {
        Checks.id(name, "indicator");
        Checks.positive(least, "least");
        Checks.require(
                students.done() <= students.of(),
                "%s students reach \"%s\", there are %s. Expected at most as many. Maybe another cohort.",
                students.done(),
                name,
                students.of());
    }

    /** That indicator, withheld for fewer than ten students. */
    public static ReadinessIndicator of(String name, int reached, int cohort) {
        return new ReadinessIndicator(name, CountOf.count(reached, cohort), 10);
    }

    /** The share; suppressed for a small cohort. */
    public Measured<Fraction> share() {
        return students.of() < least
                ? Measured.suppressed(SuppressionReason.SMALL_GROUP, "cohort of fewer than " + least)
                : Measured.of(students.share());
    }
}
