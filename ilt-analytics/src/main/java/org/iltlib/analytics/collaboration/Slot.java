package org.iltlib.analytics.collaboration;

import java.time.LocalDate;
import org.iltlib.base.Checks;

/**
 * Time that a department had for working together and that nothing else took.
 *
 * @param department whose
 * @param on the day
 * @param minutes how long, 1 or more
 */
public record Slot(String department, LocalDate on, int minutes) {
    /** Checks department and minutes. */
    public Slot {
        Checks.text(department, "department");
        Checks.positive(minutes, "minutes");
    }
}
