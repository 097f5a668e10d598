package org.iltlib.analytics.growth.cohort;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Which tests are compared: one subject, and the grades in which a cohort sat it, oldest first. A student who repeats or
 * skips a grade leaves it.
 *
 * @param subject the subject
 * @param steps at least two, in order of years; years and grades may have gaps, the grade may not fall
 */
public record Progression(Subject subject, List<Step> steps) {
    /** The written form. */
    public static final Form<Progression> FORM = Form.of(
            "subject",
            Subject.FORM,
            Progression::subject,
            "steps",
            Forms.listOf(Step.FORM),
            Progression::steps,
            Progression::new);

    /** Checks the order of the steps. */
    public Progression {
        steps = List.copyOf(steps);
        Checks.require(
                steps.size() >= 2, "There are %s steps. Expected at least two: a score and one before.", steps.size());
        for (int i = 1; i < steps.size(); i++) {
            Step before = steps.get(i - 1);
            Step after = steps.get(i);
            Checks.require(
                    before.year() < after.year(), "%s stands before %s. Expected the oldest first.", before, after);
            Checks.require(
                    before.grade().compareTo(after.grade()) <= 0,
                    "%s is followed by %s. Expected no fall.",
                    before,
                    after);
        }
    }

    /** A grade in a year and so many years before, one grade a year. */
    public static Progression yearly(Subject subject, int year, GradeLevel grade, int priors) {
        Checks.positive(priors, "priors");
        List<Step> steps = new ArrayList<>();
        for (int back = priors; back >= 0; back--) {
            steps.add(new Step(year - back, GradeLevel.of(grade.number() - back)));
        }
        return new Progression(subject, steps);
    }

    /** The newest step, whose growth is asked for. */
    public Step newest() {
        return steps.get(steps.size() - 1);
    }

    /** The number of steps before the newest. */
    public int priors() {
        return steps.size() - 1;
    }

    /** The grades, oldest first. */
    public List<GradeLevel> grades() {
        return steps.stream().map(Step::grade).toList();
    }

    /** Such as {@code mathematics, grade 5 in 2024 to grade 6 in 2025}. */
    @Override
    public String toString() {
        return subject + ", " + steps.get(0) + " to " + newest();
    }
}
