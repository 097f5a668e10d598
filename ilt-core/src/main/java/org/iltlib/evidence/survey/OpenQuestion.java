package org.iltlib.evidence.survey;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A question that people answer in their own words.
 *
 * @param id a short id, unique in the instrument
 * @param wording the words put to people
 */
public record OpenQuestion(String id, String wording) {
    /** The written form. */
    public static final Form<OpenQuestion> FORM = Form.of(
            "id", Forms.TEXT, OpenQuestion::id, "wording", Forms.TEXT, OpenQuestion::wording, OpenQuestion::new);

    /** Checks id and wording. */
    public OpenQuestion {
        Checks.id(id, "question id");
        Checks.text(wording, "wording");
    }

    /** That question. */
    public static OpenQuestion of(String id, String wording) {
        return new OpenQuestion(id, wording);
    }
}
