package org.iltlib.evidence.survey;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Items that are meant to measure one thing together.
 *
 * @param id a short id, unique in the instrument
 * @param construct what it is meant to measure
 * @param items the items, at least one, in the order asked
 */
public record SurveyScale(String id, Construct construct, List<SurveyItem> items) {
    /** The written form. */
    public static final Form<SurveyScale> FORM = Form.of(
            "id",
            Forms.TEXT,
            SurveyScale::id,
            "construct",
            Construct.FORM,
            SurveyScale::construct,
            "items",
            Forms.listOf(SurveyItem.FORM),
            SurveyScale::items,
            SurveyScale::new);

    /** Checks the id and that there are items; copies. */
    public SurveyScale {
        Checks.id(id, "scale id");
        items = List.copyOf(Checks.notEmpty(items, "items"));
    }

    /** That scale. */
    public static SurveyScale of(String id, Construct construct, SurveyItem... items) {
        return new SurveyScale(id, construct, List.of(items));
    }
}
