package org.iltlib.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.finding.StudentGroup;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Where one group of students shall stand by the day of the goal.
 *
 * @param group the group
 * @param target its target, in the unit of the measure; finite
 * @param catchUpBy the day by which the group shall reach the target for all, if its own is a step on the way
 */
public record GroupTarget(StudentGroup group, double target, Optional<LocalDate> catchUpBy) {
    /** The written form. */
    public static final Form<GroupTarget> FORM = Form.of(
            "group",
            StudentGroup.FORM,
            GroupTarget::group,
            "target",
            Forms.NUMBER,
            GroupTarget::target,
            "catchUpBy",
            Forms.optional(Forms.DATE),
            GroupTarget::catchUpBy,
            GroupTarget::new);

    /** Checks the number. */
    public GroupTarget {
        Checks.finite(target, "target");
    }
}
