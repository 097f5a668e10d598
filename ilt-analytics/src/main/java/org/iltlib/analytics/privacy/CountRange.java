package org.iltlib.analytics.privacy;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What a reader knows of a count that was shown only as a coded share.
 *
 * @param least the smallest count that it can be
 * @param most the largest
 */
public record CountRange(long least, long most) {
    /** The written form. */
    public static final Form<CountRange> FORM =
            Form.of("least", Forms.LONG, CountRange::least, "most", Forms.LONG, CountRange::most, CountRange::new);

    /** One or more. */
    static final CountRange NOT_EMPTY = new CountRange(1, Long.MAX_VALUE);

    /** Checks the order. */
    public CountRange {
        Checks.require(0 <= least && least <= most, "range is %s to %s. Expected the smaller first.", least, most);
    }

    /** Whether the count is in it. */
    public boolean holds(long count) {
        return least <= count && count <= most;
    }

    /** Such as {@code 28 to 30}. */
    @Override
    public String toString() {
        return least + " to " + most;
    }
}
