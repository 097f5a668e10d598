package org.iltlib.store.jdbc;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.Snapshot;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.StoredDataset;
import org.iltlib.store.TableJointStore;

/** One tenant's records and datasets, and the powers of both. */
final class JdbcView implements DatasetStore, JointStore, SnapshotStore, FeedStore, DirectoryStore {
    private final JdbcEntryTable table;
    private final JointStore records;
    private final JdbcDatasets datasets;
    private final JdbcFeed feed;
    private final JdbcDirectory directory;

    JdbcView(JdbcEntryTable table, JdbcDatasets datasets, JdbcFeed feed, JdbcDirectory directory) {
        this.table = table;
        this.records = new TableJointStore(table);
        this.datasets = datasets;
        this.feed = feed;
        this.directory = directory;
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
    public List<TeamRecord> appendAll(List<TeamRecord> all) {
        return records.appendAll(all);
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(table.heads(), table);
    }

    @Override
    public Stream<TeamKey> keys() {
        return records.keys();
    }

    @Override
    public EntryTable table() {
        return table;
    }

    @Override
    public List<Change> changes(long after, int limit) {
        return feed.changes(after, limit);
    }

    @Override
    public DatasetId put(InputStream content) {
        return datasets.put(content);
    }

    @Override
    public InputStream open(DatasetId id) {
        return datasets.open(id);
    }

    @Override
    public Optional<StoredDataset> find(DatasetId id) {
        return datasets.find(id);
    }

    @Override
    public Stream<StoredDataset> datasets() {
        return datasets.list();
    }

    @Override
    public boolean purge(DatasetId id, Instant at) {
        return datasets.purge(id, at);
    }

    @Override
    public void putContact(Contact contact) {
        directory.put(contact);
    }

    @Override
    public Optional<Contact> findContact(PersonId person) {
        return directory.find(person);
    }

    @Override
    public Stream<PersonId> contacts() {
        return directory.list();
    }

    @Override
    public boolean eraseContact(PersonId person, Instant at) {
        return directory.erase(person, at);
    }

    @Override
    public Optional<Instant> contactErasedAt(PersonId person) {
        return directory.erasedAt(person);
    }

    @Override
    public Stream<PersonId> erasedContacts() {
        return directory.erased();
    }

    @Override
    public boolean purge(StoredDataset tombstone) {
        return datasets.purge(tombstone);
    }
}
