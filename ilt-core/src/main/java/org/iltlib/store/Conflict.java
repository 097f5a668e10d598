package org.iltlib.store;

import java.util.List;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;

/**
 * One record that did not stand where an append expected it.
 *
 * @param expected where the record should have stood
 * @param actual where it stands
 * @param between the stored entries after the expected place, in order, at most the first {@value #LONGEST}; how many
 *     there are in all is the difference of the two counts
 */
public record Conflict(Checkpoint expected, Checkpoint actual, List<Entry> between) {
    /** How many entries a conflict shows at most, so that a refusal stays small however far behind the caller was. */
    public static final int LONGEST = 1_000;

    /** Copies the list. */
    public Conflict {
        between = List.copyOf(between);
    }
}
