package org.iltlib.curriculum.pacing;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The days of instruction planned for a unit, by number.
 *
 * @param unit the id of the unit in its course
 * @param firstDay the number of its first day of instruction, from 1
 * @param lastDay the number of its last, not before the first
 */
public record PacedUnit(String unit, int firstDay, int lastDay) {
    /** The written form. */
    public static final Form<PacedUnit> FORM = Form.of(
            "unit",
            Forms.TEXT,
            PacedUnit::unit,
            "firstDay",
            Forms.INTEGER,
            PacedUnit::firstDay,
            "lastDay",
            Forms.INTEGER,
            PacedUnit::lastDay,
            PacedUnit::new);

    /** Checks id and order. */
    public PacedUnit {
        Checks.id(unit, "unit");
        Checks.positive(firstDay, "firstDay");
        Checks.require(
                lastDay >= firstDay,
                "unit \"%s\" ends on day %s, before it starts on day %s. Maybe the two are swapped.",
                unit,
                lastDay,
                firstDay);
    }

    /** How many days; at least 1. */
    public int days() {
        return lastDay - firstDay + 1;
    }
}
