package org.iltlib.plan.rollout;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Those who begin together.
 *
 * @param name its name, once in a plan
 * @param starts the first day of use
 * @param units the schools, grades or departments, at least one
 */
public record Cohort(String name, LocalDate starts, Set<OrgUnitId> units) {
    /** The written form. */
    public static final Form<Cohort> FORM = Form.of(
            "name",
            Forms.TEXT,
            Cohort::name,
            "starts",
            Forms.DATE,
            Cohort::starts,
            "units",
            Forms.setOf(OrgUnitId.FORM),
            Cohort::units,
            Cohort::new);

    /** Checks the name and sorts the units. */
    public Cohort {
        Checks.text(name, "name");
        Checks.notEmpty(units, "units");
        units = Collections.unmodifiableSet(new TreeSet<>(units));
    }
}
