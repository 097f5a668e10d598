package org.iltlib.store.archive;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;

/** A view with a directory of its own in the heap: what an author of a store might write. */
class DirectoryView implements DatasetStore, DirectoryStore {
    private final DatasetStore records;
    private final TreeMap<PersonId, Contact> contacts = new TreeMap<>();
    private final TreeMap<PersonId, Instant> erased = new TreeMap<>();

    DirectoryView(DatasetStore records) {
        this.records = records;
    }

    @Override
    public void putContact(Contact contact) {
        if (erased.containsKey(contact.person())) {
            throw new StoreException("Erased.");
        }
        contacts.put(contact.person(), contact);
    }

    @Override
    public Optional<Contact> findContact(PersonId person) {
        return Optional.ofNullable(contacts.get(person));
    }

    @Override
    public Stream<PersonId> contacts() {
        return List.copyOf(contacts.keySet()).stream();
    }

    @Override
    public boolean eraseContact(PersonId person, Instant at) {
        contacts.remove(person);
        return erased.putIfAbsent(person, at) == null;
    }

    @Override
    public Optional<Instant> contactErasedAt(PersonId person) {
        return Optional.ofNullable(erased.get(person));
    }

    @Override
    public Stream<PersonId> erasedContacts() {
        return List.copyOf(erased.keySet()).stream();
    }

    @Override
    public DatasetId put(InputStream content) {
        return records.put(content);
    }

    @Override
    public InputStream open(DatasetId id) {
        return records.open(id);
    }

    @Override
    public Optional<StoredDataset> find(DatasetId id) {
        return records.find(id);
    }

    @Override
    public Stream<StoredDataset> datasets() {
        return records.datasets();
    }

    @Override
    public boolean purge(DatasetId id, Instant at) {
        return records.purge(id, at);
    }

    @Override
    public boolean purge(StoredDataset tombstone) {
        return records.purge(tombstone);
    }

    @Override
    public TeamRecord load(TeamKey key) {
        return records.load(key);
    }

    @Override
    public TeamRecord append(TeamRecord record) {
        return records.append(record);
    }

    @Override
    public Stream<TeamKey> keys() {
        return records.keys();
    }

    @Override
    public EntryTable table() {
        return records.table();
    }
}
