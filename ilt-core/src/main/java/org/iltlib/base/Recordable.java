package org.iltlib.base;

import java.util.List;

/**
 * Something a team can write into its record. It has an id, a kind that says how it is written, and it names the
 * earlier entries that it rests on. Once recorded it is never edited: a correction is a new entry that cites the old.
 */
public interface Recordable {

    /** The id, unique in the record. */
    EntryId id();

    /** The earlier entries that this rests on, in a stable order, each once; may be empty. */
    List<EntryId> basedOn();

    /** The kind: its name, version and written form. */
    Kind<? extends Recordable> kind();
}
