package org.iltlib.learning.enacted;

import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How far a class has come in a unit.
 *
 * @param unit the id of the unit in its course
 * @param begun its first day
 * @param finished its last day, not before the first; empty while it goes on
 */
public record UnitProgress(String unit, LocalDate begun, Optional<LocalDate> finished) {
    /** The written form. */
    public static final Form<UnitProgress> FORM = Form.of(
            "unit",
            Forms.TEXT,
            UnitProgress::unit,
            "begun",
            Forms.DATE,
            UnitProgress::begun,
            "finished",
            Forms.optional(Forms.DATE),
            UnitProgress::finished,
            UnitProgress::new);

    /** Checks id and order. */
    public UnitProgress {
        Checks.id(unit, "unit");
        finished.ifPresent(day -> Checks.require(
                !day.isBefore(begun),
                "unit \"%s\" was finished on %s, before it was begun on %s. Maybe the two are swapped.",
                unit,
                day,
                begun));
    }
}
