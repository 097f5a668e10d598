package org.iltlib.evidence;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A row that was not taken, and why.
 *
 * @param row the line of the file at which it begins; the header is line 1
 * @param reason why, in words that never repeat a cell's content
 */
public record RejectedRow(long row, String reason) {
    /** The written form. */
    public static final Form<RejectedRow> FORM =
            Form.of("row", Forms.LONG, RejectedRow::row, "reason", Forms.TEXT, RejectedRow::reason, RejectedRow::new);

    /** Checks the row and the reason. */
    public RejectedRow {
        Checks.positive(row, "row");
        Checks.text(reason, "reason");
    }

    /** Such as {@code row 17: math is no number}. */
    @Override
    public String toString() {
        return "row " + row + ": " + reason;
    }
}
