package org.iltlib.curriculum;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What a rater says in words of a whole set of items: whether they are balanced, what is left out, what is asked too
 * often. Some judgments are words and lose their sense as numbers.
 *
 * @param rater who says it
 * @param about what it is about, such as {@code balance} or {@code range}
 * @param text the judgment
 */
public record AlignmentRemark(PersonId rater, String about, String text) {
    /** The written form. */
    public static final Form<AlignmentRemark> FORM = Form.of(
            "rater",
            PersonId.FORM,
            AlignmentRemark::rater,
            "about",
            Forms.TEXT,
            AlignmentRemark::about,
            "text",
            Forms.TEXT,
            AlignmentRemark::text,
            AlignmentRemark::new);

    /** Checks the texts. */
    public AlignmentRemark {
        Checks.text(about, "about");
        Checks.text(text, "text");
    }
}
