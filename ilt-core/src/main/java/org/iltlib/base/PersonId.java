package org.iltlib.base;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The pseudonymous id of a person. Names and addresses live in a directory that can be erased, never in the record.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record PersonId(String value) implements Comparable<PersonId> {
    /** The written form: the text itself. */
    public static final Form<PersonId> FORM = Forms.id(PersonId::value, PersonId::of);

    /** Checks the text. */
    public PersonId {
        Checks.id(value, "person id");
    }

    /** The id with that text. */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
