package org.iltlib.store;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;

/**
 * Entries to be stored, and where their record should stand before.
 *
 * @param expected where the record should stand; its key says which record
 * @param entries at least one, in order; the sequence of the first is the checkpoint's count plus one
 */
public record Addition(Checkpoint expected, List<Entry> entries) {
    /** Checks that there are entries and that they follow the checkpoint. */
    public Addition {
        entries = List.copyOf(Checks.notEmpty(entries, "entries"));
        Checks.require(
                entries.get(0).sequence() == expected.count() + 1,
                "The first entry has sequence %s. Expected %s, the one after %s.",
                entries.get(0).sequence(),
                expected.count() + 1,
                expected);
    }
}
