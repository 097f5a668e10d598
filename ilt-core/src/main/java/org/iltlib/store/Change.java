package org.iltlib.store;

import org.iltlib.base.Checks;
import org.iltlib.record.Checkpoint;

/**
 * One append, as the feed of a tenant tells it.
 *
 * @param position its place in the feed; the first has 1, and there are no gaps
 * @param first the sequence of the first entry that was appended
 * @param to where the record stood right after; its count is the sequence of the last entry that was appended
 */
public record Change(long position, long first, Checkpoint to) {
    /** Checks the numbers. */
    public Change {
        Checks.positive(position, "position");
        Checks.positive(first, "first");
        Checks.require(
                first <= to.count(),
                "first is %s. Expected at most %s, the last that was appended.",
                first,
                to.count());
    }
}
