package org.iltlib.plan.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.iltlib.base.Checks;

/**
 * One value of a measure of one student.
 *
 * @param measure the id of the measure
 * @param on the day
 * @param value the value, exact
 */
public record Reading(String measure, LocalDate on, BigDecimal value) {
    /** Checks the id. */
    public Reading {
        Checks.id(measure, "measure");
    }
}
