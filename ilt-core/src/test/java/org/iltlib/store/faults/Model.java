package org.iltlib.store.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;

/** What one tenant of a store must hold: as plain as can be, and of no use for anything else. */
final class Model {
    final TreeMap<TeamKey, List<Entry>> records = new TreeMap<>();
    final TreeMap<DatasetId, Dataset> datasets = new TreeMap<>();
    final TreeMap<PersonId, Contact> contacts = new TreeMap<>();
    final TreeMap<PersonId, Instant> erased = new TreeMap<>();

    /** Each append: the records that it moved, with the first sequence; a joint one may be told in any order. */
    final List<Map<Checkpoint, Long>> appends = new ArrayList<>();

    /** A dataset and when it was purged. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its parts
    record Dataset(byte[] content, Optional<Instant> purgedAt) {}

    List<Entry> entries(TeamKey key) {
        return records.getOrDefault(key, List.of());
    }

    TeamRecord record(TeamKey key) {
        return first(key, entries(key).size());
    }

    TeamRecord first(TeamKey key, int count) {
        return TeamRecord.of(key, entries(key).subList(0, count), count);
    }

    /** Takes the unsaved entries of all the records as one append. */
    void add(List<TeamRecord> all) {
        Map<Checkpoint, Long> append = new HashMap<>();
        for (TeamRecord record : all) {
            if (!record.unsaved().isEmpty()) {
                append.put(record.checkpoint(), record.unsaved().get(0).sequence());
                records.put(record.key(), List.copyOf(record.entries()));
            }
        }
        if (!append.isEmpty()) {
            appends.add(append);
        }
    }
}
