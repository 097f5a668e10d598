package org.iltlib.record;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Whether a record is what was recorded, and if not, the first place where it is not.
 *
 * @param checked how many entries, from the first, hold
 * @param fault the first fault; empty if all hold
 */
public record Verification(long checked, Optional<Fault> fault) {
    /** The written form. */
    public static final Form<Verification> FORM = Form.of(
            "checked",
            Forms.LONG,
            Verification::checked,
            "fault",
            Forms.optional(Fault.FORM),
            Verification::fault,
            Verification::new);

    /** Checks the number. */
    public Verification {
        Checks.notNegative(checked, "checked");
    }

    /** Whether everything holds. */
    public boolean holds() {
        return fault.isEmpty();
    }

    /** What was done to a record, as far as the chain can tell. */
    public enum Breach {
        /** An entry is not what was sealed. */
        ALTERED,
        /** Entries that were recorded are gone. */
        REMOVED,
        /** An entry stands where none was recorded. */
        INSERTED,
        /** Entries stand in another order than that in which they were recorded. */
        REORDERED
    }

    /**
     * The first fault of a record.
     *
     * @param breach what was done
     * @param place the place of the entry concerned, counted from 1; for removed entries, where the first should stand
     * @param detail one sentence that names the entry and says what does not fit; never its body
     */
    public record Fault(Breach breach, long place, String detail) {
        /** The written form. */
        public static final Form<Fault> FORM = Form.of(
                "breach",
                Forms.enumOf(Breach.class),
                Fault::breach,
                "place",
                Forms.LONG,
                Fault::place,
                "detail",
                Forms.TEXT,
                Fault::detail,
                Fault::new);

        /** Checks the place. */
        public Fault {
            Checks.positive(place, "place");
        }
    }

    /** One sentence. */
    @Override
    public String toString() {
        return fault.map(found -> "The record does not hold at place " + found.place() + " ("
                        + found.breach().name().toLowerCase(java.util.Locale.ROOT) + "): " + found.detail())
                .orElse("The record holds: " + checked + (checked == 1 ? " entry." : " entries."));
    }
}
