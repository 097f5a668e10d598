package org.iltlib.base;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The id of something a team has recorded; unique in the team's record. A slash may tell what it belongs to: {@code need/fractions-5}.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record EntryId(String value) implements Comparable<EntryId> {
    /** The written form: the text itself. */
    public static final Form<EntryId> FORM = Forms.id(EntryId::value, EntryId::of);

    /** Checks the text. */
    public EntryId {
        Checks.id(value, "entry id");
    }

    /** The id with that text. */
    public static EntryId of(String value) {
        return new EntryId(value);
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
