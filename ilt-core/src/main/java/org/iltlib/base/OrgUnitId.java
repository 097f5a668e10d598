package org.iltlib.base;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The id of a district, school, department or grade.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record OrgUnitId(String value) implements Comparable<OrgUnitId> {
    /** The written form: the text itself. */
    public static final Form<OrgUnitId> FORM = Forms.id(OrgUnitId::value, OrgUnitId::of);

    /** Checks the text. */
    public OrgUnitId {
        Checks.id(value, "unit id");
    }

    /** The id with that text. */
    public static OrgUnitId of(String value) {
        return new OrgUnitId(value);
    }

    @Override
    public int compareTo(OrgUnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
