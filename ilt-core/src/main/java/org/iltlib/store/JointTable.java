package org.iltlib.store;

import java.util.List;
import org.iltlib.record.Checkpoint;

/** What the author of a store provides for the power {@link JointStore}; {@link TableJointStore} does the rest. */
public interface JointTable extends EntryTable {

    /**
     * Stores all additions, or none: all if every record stands exactly where its addition expects it and every record
     * of {@code unmoved} stands at its checkpoint, with no other append to any of them in between.
     *
     * @param additions each record once
     * @param unmoved records to which nothing is added, none of which is among the additions
     * @return false if a record stands elsewhere; then nothing was stored
     */
    boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved);
}
