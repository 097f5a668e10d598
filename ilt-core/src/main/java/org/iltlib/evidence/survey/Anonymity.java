package org.iltlib.evidence.survey;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How many must have answered before anything is shown: promised when people are asked, and never loosened afterwards.
 * The usual numbers are those of survey practice: five for numbers, ten for people's own words; never below three.
 *
 * @param numbers the least respondents of a group whose numbers are shown, at least 3
 * @param openText the least respondents whose own words are shown, at least as many
 */
public record Anonymity(int numbers, int openText) {
    /** The written form. */
    public static final Form<Anonymity> FORM = Form.of(
            "numbers",
            Forms.INTEGER,
            Anonymity::numbers,
            "openText",
            Forms.INTEGER,
            Anonymity::openText,
            Anonymity::new);

    /** The least that may be promised: with two, each knows the other's answer. */
    public static final int FLOOR = 3;

    /** Five and ten. */
    public static final Anonymity USUAL = new Anonymity(5, 10);

    /** Checks the numbers. */
    public Anonymity {
        Checks.require(
                numbers >= FLOOR,
                "Numbers of %s respondent(s) are to be shown. Expected %s or more. Maybe 5.",
                numbers,
                FLOOR);
        Checks.require(
                openText >= numbers,
                "Words of %s respondents are to be shown, numbers of %s. Expected at least as many. Maybe 10.",
                openText,
                numbers);
    }
}
