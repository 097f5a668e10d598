package org.iltlib.learning.coaching;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One small thing that a teacher tries next.
 *
 * @param text what: {@code wait three seconds after a question}
 * @param checkBackOn the day on which the two look at it again
 */
public record ActionStepForGrowth(String text, LocalDate checkBackOn) {
    /** The written form. */
    public static final Form<ActionStepForGrowth> FORM = Form.of(
            "text",
            Forms.TEXT,
            ActionStepForGrowth::text,
            "checkBackOn",
            Forms.DATE,
            ActionStepForGrowth::checkBackOn,
            ActionStepForGrowth::new);

    /** Checks the text. */
    public ActionStepForGrowth {
        Checks.text(text, "action step");
    }
}
