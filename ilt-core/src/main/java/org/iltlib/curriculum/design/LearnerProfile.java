package org.iltlib.curriculum.design;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A way of learning for which a course should have something, in the school's own words: {@code newcomer to English},
 * {@code low vision}, {@code ready for more}. It speaks of needs, never of a student. The list is open.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record LearnerProfile(String value) implements Comparable<LearnerProfile> {
    /** The written form: the text itself. */
    public static final Form<LearnerProfile> FORM = Forms.id(LearnerProfile::value, LearnerProfile::of);

    /** Checks the text. */
    public LearnerProfile {
        Checks.id(value, "learner profile");
    }

    /** The profile of that name. */
    public static LearnerProfile of(String value) {
        return new LearnerProfile(value);
    }

    @Override
    public int compareTo(LearnerProfile other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
