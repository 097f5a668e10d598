package org.iltlib.curriculum;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The id of a standard, unique in its framework; a UUID where the framework comes from a CASE publisher.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record StandardId(String value) implements Comparable<StandardId> {
    /** The written form: the text itself. */
    public static final Form<StandardId> FORM = Forms.id(StandardId::value, StandardId::of);

    /** Checks the text. */
    public StandardId {
        Checks.id(value, "standard id");
    }

    /** The id with that text. */
    public static StandardId of(String value) {
        return new StandardId(value);
    }

    @Override
    public int compareTo(StandardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
