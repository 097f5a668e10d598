package org.iltlib.record;

import java.util.List;

/**
 * The entries that hang in the air, measured against a {@link Chain}, each list in the order of recording.
 *
 * @param unfounded those that rest on nothing of the kind before theirs: a decision without a proposal
 * @param unfollowed those on which nothing of the kind after theirs rests: a decision without a commitment
 */
public record Orphans(List<Entry> unfounded, List<Entry> unfollowed) {
    /** Copies the lists. */
    public Orphans {
        unfounded = List.copyOf(unfounded);
        unfollowed = List.copyOf(unfollowed);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return unfounded.isEmpty() && unfollowed.isEmpty();
    }
}
