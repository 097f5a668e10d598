package org.iltlib.analytics.growth.cohort;

import org.iltlib.base.GradeLevel;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A grade in a year.
 *
 * @param year the year of the test; any whole number that grows with time
 * @param grade the grade that is tested
 */
public record Step(int year, GradeLevel grade) {
    /** The written form. */
    public static final Form<Step> FORM =
            Form.of("year", Forms.INTEGER, Step::year, "grade", GradeLevel.FORM, Step::grade, Step::new);

    /** Such as {@code grade 6 in 2025}. */
    @Override
    public String toString() {
        return grade + " in " + year;
    }
}
