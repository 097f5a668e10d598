package org.iltlib.impact.quality;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How many students say in a survey that they have a part.
 *
 * @param part in what
 * @param favourable how many say so
 * @param respondents how many answered
 */
public record StudentSay(StudentPart part, int favourable, int respondents) {
    /** The written form. */
    public static final Form<StudentSay> FORM = Form.of(
            "part",
            Forms.enumOf(StudentPart.class),
            StudentSay::part,
            "favourable",
            Forms.INTEGER,
            StudentSay::favourable,
            "respondents",
            Forms.INTEGER,
            StudentSay::respondents,
            StudentSay::new);

    /** Checks the numbers. */
    public StudentSay {
        Checks.notNegative(respondents, "respondents");
        Checks.require(
                favourable >= 0 && favourable <= respondents,
                "%s of %s students say so. Expected 0 to %s.",
                favourable,
                respondents,
                respondents);
    }

    /** Those numbers. */
    public static StudentSay of(StudentPart part, int favourable, int respondents) {
        return new StudentSay(part, favourable, respondents);
    }
}
