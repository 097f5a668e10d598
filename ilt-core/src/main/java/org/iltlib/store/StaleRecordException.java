package org.iltlib.store;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;

/**
 * Someone else has appended to the record first; nothing was stored. Load the record, apply again, append. Says where
 * each record concerned stands and what came between.
 */
public final class StaleRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    /**
     * A refused append.
     *
     * @param conflicts every record that did not stand as expected, at least one
     */
    public StaleRecordException(List<Conflict> conflicts) {
        super(message(Checks.notEmpty(conflicts, "conflicts")));
        this.conflicts = List.copyOf(conflicts);
    }

    private static String message(List<Conflict> conflicts) {
        Conflict first = conflicts.get(0);
        String others = conflicts.size() == 1
                ? ""
                : " So do others: "
                        + String.join(
                                ", ",
                                conflicts.stream()
                                        .skip(1)
                                        .map(conflict ->
                                                conflict.expected().key().toString())
                                        .toList())
                        + ".";
        return message(first.expected(), first.actual()) + others;
    }

    private static String message(Checkpoint expected, Checkpoint actual) {
        if (expected.count() >= actual.count()) {
            return "The record of " + expected.key() + " is of another history than the stored one, which has "
                    + actual.count() + " entries. Maybe it was loaded from another store or tenant.";
        }
        return "The record of " + expected.key() + " has gone on: expected " + expected.count() + " entries, found "
                + actual.count() + ". Maybe load it, apply the change again and append.";
    }

    /** Every record that did not stand as expected, in the order in which they were given. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** The first record concerned. */
    public TeamKey key() {
        return expected().key();
    }

    /** Where the first record concerned should have stood. */
    public Checkpoint expected() {
        return conflicts.get(0).expected();
    }

    /** Where the first record concerned stands. */
    public Checkpoint actual() {
        return conflicts.get(0).actual();
    }

    /** As {@link Conflict#between()} of the first record concerned. */
    public List<Entry> between() {
        return conflicts.get(0).between();
    }
}
