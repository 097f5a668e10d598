package org.iltlib.base;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A field of study, by its plain name.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record Subject(String value) implements Comparable<Subject> {
    /** The written form: the text itself. */
    public static final Form<Subject> FORM = Forms.id(Subject::value, Subject::of);

    /** Mathematics. */
    public static final Subject MATHEMATICS = new Subject("mathematics");

    /** Reading. */
    public static final Subject READING = new Subject("reading");

    /** Science. */
    public static final Subject SCIENCE = new Subject("science");

    /** Checks the text. */
    public Subject {
        Checks.id(value, "subject");
    }

    /** The subject of that name. */
    public static Subject of(String value) {
        return new Subject(value);
    }

    @Override
    public int compareTo(Subject other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
