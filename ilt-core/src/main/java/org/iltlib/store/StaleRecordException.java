package org.iltlib.store;

import java.util.List;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;

/**
 * Someone else has appended to the record first; nothing was stored. Load the record, apply again, append. Says where
 * the record stands and what came between.
 */
public final class StaleRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Checkpoint expected;
    private final transient Checkpoint actual;
    private final transient List<Entry> between;

    /**
     * A refused append.
     *
     * @param expected where the record should have stood
     * @param actual where it stands
     * @param between the stored entries after the expected place, in order
     */
    public StaleRecordException(Checkpoint expected, Checkpoint actual, List<Entry> between) {
        super(message(expected, actual));
        this.expected = expected;
        this.actual = actual;
        this.between = List.copyOf(between);
    }

    private static String message(Checkpoint expected, Checkpoint actual) {
        if (expected.count() >= actual.count()) {
            return "The record of " + expected.key() + " is of another history than the stored one, which has "
                    + actual.count() + " entries. Maybe it was loaded from another store or tenant.";
        }
        return "The record of " + expected.key() + " has gone on: expected " + expected.count() + " entries, found "
                + actual.count() + ". Maybe load it, apply the change again and append.";
    }

    /** The record. */
    public TeamKey key() {
        return expected.key();
    }

    /** Where the record should have stood. */
    public Checkpoint expected() {
        return expected;
    }

    /** Where it stands. */
    public Checkpoint actual() {
        return actual;
    }

    /** The stored entries after the expected place, in order; empty if the histories differ before it. */
    public List<Entry> between() {
        return between;
    }
}
