package org.iltlib.learning.evaluation;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What shall be true at one level, and how it will be seen.
 *
 * @param level the level
 * @param aim what shall be true: {@code grade 5 students place fractions on a line}
 * @param measure how it will be seen: {@code the five items of the winter test}
 */
public record LevelPlan(EvaluationLevel level, String aim, String measure) {
    /** The written form. */
    public static final Form<LevelPlan> FORM = Form.of(
            "level",
            Forms.enumOf(EvaluationLevel.class),
            LevelPlan::level,
            "aim",
            Forms.TEXT,
            LevelPlan::aim,
            "measure",
            Forms.TEXT,
            LevelPlan::measure,
            LevelPlan::new);

    /** Checks the texts. */
    public LevelPlan {
        Checks.text(aim, "aim");
        Checks.text(measure, "measure");
    }
}
