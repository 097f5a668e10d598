package org.iltlib.store.faults;

import java.util.List;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.TeamKey;

/** What one client did, when it began and when it knew the outcome, in nanoseconds of one clock. */
sealed interface Operation {
    long invoked();

    long returned();

    /** How an append ended for its client. */
    enum Outcome {
        ACKNOWLEDGED,
        STALE,
        FAILED
    }

    /** One record's way; {@code first} is the digest of the first entry that was to be added. */
    record Move(Checkpoint before, Digest first, Checkpoint after) {
        TeamKey key() {
            return before.key();
        }
    }

    /** An append to one record or to several jointly. If refused as stale, {@code stood} says where they stood instead. */
    record Append(long invoked, long returned, List<Move> moves, Outcome outcome, List<Checkpoint> stood)
            implements Operation {}

    /**
     * One record as read, or several as seen at one moment. {@code prints} has for each the hash of the list of all
     * digests, so that a reader need not keep what it read.
     */
    record Read(long invoked, long returned, List<Checkpoint> points, List<Integer> prints) implements Operation {}
}
