package org.iltlib.curriculum.scorecard;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How far one reviewer finds a statement satisfied.
 *
 * @param person who
 * @param statement the id of the statement
 * @param value from the scorecard's lowest to its highest
 */
public record StatementRating(PersonId person, String statement, int value) {
    /** The written form. */
    public static final Form<StatementRating> FORM = Form.of(
            "person",
            PersonId.FORM,
            StatementRating::person,
            "statement",
            Forms.TEXT,
            StatementRating::statement,
            "value",
            Forms.INTEGER,
            StatementRating::value,
            StatementRating::new);

    /** Checks the statement's id. */
    public StatementRating {
        Checks.id(statement, "statement");
    }

    /** That rating. */
    public static StatementRating of(PersonId person, String statement, int value) {
        return new StatementRating(person, statement, value);
    }
}
