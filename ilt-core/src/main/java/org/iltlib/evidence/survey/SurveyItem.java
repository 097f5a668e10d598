package org.iltlib.evidence.survey;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One statement or question that is answered by an option.
 *
 * @param id a short id, unique in the instrument
 * @param wording the words put to people, in the language of the instrument
 * @param reversed whether agreement speaks against what the scale measures
 */
public record SurveyItem(String id, String wording, boolean reversed) {
    /** The written form. */
    public static final Form<SurveyItem> FORM = Form.of(
            "id",
            Forms.TEXT,
            SurveyItem::id,
            "wording",
            Forms.TEXT,
            SurveyItem::wording,
            "reversed",
            Forms.FLAG,
            SurveyItem::reversed,
            SurveyItem::new);

    /** Checks id and wording. */
    public SurveyItem {
        Checks.id(id, "item id");
        Checks.text(wording, "wording");
    }

    /** An item in the direction of its scale. */
    public static SurveyItem of(String id, String wording) {
        return new SurveyItem(id, wording, false);
    }

    /** An item against the direction of its scale. */
    public static SurveyItem reversed(String id, String wording) {
        return new SurveyItem(id, wording, true);
    }
}
