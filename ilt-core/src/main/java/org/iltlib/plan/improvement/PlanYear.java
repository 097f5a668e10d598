package org.iltlib.plan.improvement;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.SchoolYear;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A year of the plan and the goals that come first in it.
 *
 * @param year the school year
 * @param priorities the goals that come first, each once; may be empty
 */
public record PlanYear(SchoolYear year, List<EntryId> priorities) {
    /** The written form. */
    public static final Form<PlanYear> FORM = Form.of(
            "year",
            SchoolYear.FORM,
            PlanYear::year,
            "priorities",
            Forms.listOf(EntryId.FORM),
            PlanYear::priorities,
            PlanYear::new);

    /** Checks and copies the goals. */
    public PlanYear {
        priorities = Checks.distinct(List.copyOf(priorities), "priorities");
    }
}
