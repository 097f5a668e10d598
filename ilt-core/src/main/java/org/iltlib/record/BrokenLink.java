package org.iltlib.record;

import java.util.List;
import org.iltlib.base.EntryId;

/**
 * Where a chain of kinds breaks.
 *
 * @param from the kind up to which it is whole; empty if not even the first is there
 * @param to the kind that should follow and does not
 * @param ends the entries of kind {@code from} at which it ends
 */
public record BrokenLink(String from, String to, List<EntryId> ends) {
    /** Copies the list. */
    public BrokenLink {
        ends = List.copyOf(ends);
    }

    /** One sentence. */
    @Override
    public String toString() {
        return from.isEmpty() ? "There is no " + to + "." : "No " + to + " rests on " + from + " " + ends + ".";
    }
}
