package org.iltlib.finding;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A group of students: those who have a label in a column.
 *
 * @param by the column, such as {@code ses}
 * @param level the label, such as {@code F}
 */
public record StudentGroup(String by, String level) {
    /** The written form. */
    public static final Form<StudentGroup> FORM =
            Form.of("by", Forms.TEXT, StudentGroup::by, "level", Forms.TEXT, StudentGroup::level, StudentGroup::new);

    /** Checks the texts. */
    public StudentGroup {
        Checks.text(by, "by");
        Checks.text(level, "level");
    }

    /** The group of those with that label in that column. */
    public static StudentGroup of(String by, String level) {
        return new StudentGroup(by, level);
    }

    /** Such as {@code ses F}. */
    @Override
    public String toString() {
        return by + " " + level;
    }
}
