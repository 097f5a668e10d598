package org.iltlib.curriculum.scorecard;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One statement of a scorecard to which a reviewer says how far it is satisfied.
 *
 * @param id a short id, unique in the scorecard
 * @param wording the words, as whoever loads the scorecard may use them
 */
public record ScorecardStatement(String id, String wording) {
    /** The written form. */
    public static final Form<ScorecardStatement> FORM = Form.of(
            "id",
            Forms.TEXT,
            ScorecardStatement::id,
            "wording",
            Forms.TEXT,
            ScorecardStatement::wording,
            ScorecardStatement::new);

    /** Checks id and wording. */
    public ScorecardStatement {
        Checks.id(id, "statement id");
        Checks.text(wording, "wording");
    }

    /** That statement. */
    public static ScorecardStatement of(String id, String wording) {
        return new ScorecardStatement(id, wording);
    }
}
