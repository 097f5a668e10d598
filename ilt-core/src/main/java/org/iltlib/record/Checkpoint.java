package org.iltlib.record;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How far a record had come: the number of its entries and the digest of the last one. Small enough to be printed in
 * the minutes or mailed to the district; a record that still has this entry at this place has not been rewritten before
 * it.
 *
 * @param key the record
 * @param count the number of entries; 0 if there were none
 * @param head the digest of the last entry, {@link Digest#NONE} if there was none
 */
public record Checkpoint(TeamKey key, long count, Digest head) {
    /** The written form. */
    public static final Form<Checkpoint> FORM = Form.of(
            "key",
            TeamKey.FORM,
            Checkpoint::key,
            "count",
            Forms.LONG,
            Checkpoint::count,
            "head",
            Digest.FORM,
            Checkpoint::head,
            Checkpoint::new);

    /** Checks that count and digest agree. */
    public Checkpoint {
        Checks.notNegative(count, "count");
        Checks.require(
                (count == 0) == head.equals(Digest.NONE),
                "count is %s and head is %s. Expected zeros for a head exactly if there are no entries.",
                count,
                head);
    }

    /** Before the first entry. */
    public static Checkpoint start(TeamKey key) {
        return new Checkpoint(key, 0, Digest.NONE);
    }

    /** {@code lincoln-ilt 2026-27: 12 entries, head 3f…}. */
    @Override
    public String toString() {
        return key + ": " + count + (count == 1 ? " entry" : " entries") + ", head " + head;
    }
}
