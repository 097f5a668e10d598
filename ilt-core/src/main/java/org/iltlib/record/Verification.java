package org.iltlib.record;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /**
     * Verifies entries as they stream by, in constant memory but for 30 to 40 bytes an entry; 1,000,000 entries do in a
     * heap of 64 MB. Breach and place are those of {@link TeamRecord#verify()}, with two reservations: of earlier
     * entries only digests are kept, so a detail may not name the entry concerned; and ids are told apart by 128 bits of
     * a hash, which is proof against chance, not against someone who makes ids for the purpose.
     *
     * <p>The common pool helps with the digests while the caller reads on. The stream is read up to the first fault, or
     * to its end where telling the breach takes that; the caller closes it.
     *
     * @param key the record whose entries these are
     * @param entries all entries, in order
     * @throws java.util.concurrent.CancellationException if there are many entries and the thread is interrupted
     */
    public static Verification of(TeamKey key, Stream<Entry> entries) {
        return of(Checkpoint.start(key), entries);
    }

    /**
     * As {@link #of(TeamKey, Stream)}, and also that this is the history of which the checkpoint was taken, perhaps
     * longer.
     */
    public static Verification of(Checkpoint checkpoint, Stream<Entry> entries) {
        return new Verifier(checkpoint.key(), entries.iterator(), new SeenHashes()).verify(checkpoint);
    }

    /**
     * As {@link #of(TeamKey, Stream)}, and hands on each entry that fits all before it, in order; for importers, who
     * store what holds as it goes by. Few breaches show only at a later entry; then {@link #checked()} is less than the
     * number of entries handed on, so keep some back.
     */
    public static Verification of(TeamKey key, Stream<Entry> entries, Consumer<? super Entry> fitting) {
        return of(Checkpoint.start(key), entries, fitting);
    }

    /** As {@link #of(Checkpoint, Stream)}, and hands on each entry that fits all before it, in order. */
    public static Verification of(Checkpoint checkpoint, Stream<Entry> entries, Consumer<? super Entry> fitting) {
        return new Verifier(checkpoint.key(), entries.iterator(), new SeenHashes(), fitting).verify(checkpoint);
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
                        + found.breach().name().toLowerCase(Locale.ROOT) + "): " + found.detail())
                .orElse("The record holds: " + checked + (checked == 1 ? " entry." : " entries."));
    }
}
