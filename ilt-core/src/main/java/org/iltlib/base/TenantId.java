package org.iltlib.base;

import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The id of a customer of the application that embeds the library, a district usually; what one tenant stores no other can see.
 *
 * @param value 1 to 200 printable characters, compared exactly
 */
public record TenantId(String value) implements Comparable<TenantId> {
    /** The written form: the text itself. */
    public static final Form<TenantId> FORM = Forms.id(TenantId::value, TenantId::of);

    /** Checks the text. */
    public TenantId {
        Checks.id(value, "tenant id");
    }

    /** The id with that text. */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
