package org.iltlib.store.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Addition;
import org.iltlib.store.Change;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.JointTable;
import org.iltlib.store.Snapshot;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;
import org.iltlib.store.TableJointStore;

/** One tenant's records, datasets and directory in the heap. */
final class MemoryView implements DatasetStore, JointStore, FeedStore, SnapshotStore, DirectoryStore, JointTable {
    private final MemoryStore store;
    private final JointStore records = new TableJointStore(this);
    private final TreeMap<TeamKey, List<Entry>> entries = new TreeMap<>();
    private final List<Change> feed = new ArrayList<>();
    private final TreeMap<DatasetId, Kept> datasets = new TreeMap<>();
    private final MemoryDirectory directory;

    /** A dataset and its content, which nobody changes. */
    private static final class Kept {
        private final StoredDataset dataset;
        private final byte[] content;

        Kept(StoredDataset dataset, byte[] content) {
            this.dataset = dataset;
            this.content = content;
        }

        StoredDataset dataset() {
            return dataset;
        }

        byte[] content() {
            return content;
        }
    }

    MemoryView(MemoryStore store) {
        this.store = store;
        this.directory = new MemoryDirectory(store);
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
    public synchronized Checkpoint head(TeamKey key) {
        store.checkOpen();
        List<Entry> stored = entries.getOrDefault(key, List.of());
        return stored.isEmpty()
                ? Checkpoint.start(key)
                : new Checkpoint(
                        key, stored.size(), stored.get(stored.size() - 1).digest());
    }

    @Override
    public List<TeamRecord> appendAll(List<TeamRecord> all) {
        return records.appendAll(all);
    }

    @Override
    public EntryTable table() {
        return this;
    }

    @Override
    public boolean append(Checkpoint expected, List<Entry> rows) {
        return appendAll(List.of(new Addition(expected, rows)), List.of());
    }

    @Override
    public synchronized boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
        store.checkOpen();
        boolean asExpected = unmoved.stream().allMatch(this::stands)
                && additions.stream().map(Addition::expected).allMatch(this::stands);
        if (asExpected) {
            additions.forEach(this::add);
        }
        return asExpected;
    }

    private boolean stands(Checkpoint expected) {
        return head(expected.key()).equals(expected);
    }

    private void add(Addition addition) {
        TeamKey key = addition.expected().key();
        entries.computeIfAbsent(key, unknown -> new ArrayList<>()).addAll(addition.entries());
        feed.add(new Change(feed.size() + 1L, addition.expected().count() + 1, head(key)));
    }

    @Override
    public synchronized List<Change> changes(long after, int limit) {
        store.checkOpen();
        Checks.notNegative(after, "after");
        Checks.positive(limit, "limit");
        long from = Math.min(after, feed.size());
        return List.copyOf(feed.subList((int) from, (int) Math.min(from + limit, feed.size())));
    }

    @Override
    public synchronized Snapshot snapshot() {
        store.checkOpen();
        return new Snapshot(entries.keySet().stream().map(this::head).toList(), this);
    }

    @Override
    public synchronized Stream<Entry> read(TeamKey key, long afterSequence) {
        store.checkOpen();
        List<Entry> stored = entries.getOrDefault(key, List.of());
        int from = (int) Math.min(afterSequence, stored.size());
        return List.copyOf(stored.subList(from, stored.size())).stream();
    }

    @Override
    public synchronized Stream<TeamKey> keys() {
        store.checkOpen();
        return List.copyOf(entries.keySet()).stream();
    }

    @Override
    public DatasetId put(InputStream content) {
        store.checkOpen();
        byte[] bytes;
        try {
            bytes = content.readAllBytes();
        } catch (IOException e) {
            throw new StoreException("The content of a dataset could not be read; nothing was stored.", e);
        }
        DatasetId id = DatasetId.ofBytes(bytes);
        synchronized (this) {
            Kept kept = datasets.get(id);
            if (kept != null && kept.dataset().isPurged()) {
                throw new StoreException("Dataset " + id + " was purged and stays so; nothing was stored.");
            }
            datasets.putIfAbsent(id, new Kept(new StoredDataset(id, bytes.length, Optional.empty()), bytes));
        }
        return id;
    }

    @Override
    public synchronized InputStream open(DatasetId id) {
        store.checkOpen();
        Kept kept = datasets.get(id);
        if (kept == null) {
            throw new StoreException("There is no dataset " + id + ". Maybe it was never put.");
        }
        if (kept.dataset().isPurged()) {
            throw new StoreException("Dataset " + id + " was purged. Only its id and size are left.");
        }
        return new ByteArrayInputStream(kept.content());
    }

    @Override
    public synchronized Optional<StoredDataset> find(DatasetId id) {
        store.checkOpen();
        return Optional.ofNullable(datasets.get(id)).map(Kept::dataset);
    }

    @Override
    public synchronized Stream<StoredDataset> datasets() {
        store.checkOpen();
        return datasets.values().stream().map(Kept::dataset).toList().stream();
    }

    @Override
    public synchronized boolean purge(DatasetId id, Instant at) {
        store.checkOpen();
        Kept kept = datasets.get(id);
        if (kept == null || kept.dataset().isPurged()) {
            return false;
        }
        StoredDataset purged =
                new StoredDataset(id, kept.dataset().size(), Optional.of(at.truncatedTo(ChronoUnit.MICROS)));
        datasets.put(id, new Kept(purged, new byte[0]));
        return true;
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
    public synchronized boolean purge(StoredDataset tombstone) {
        Instant at = tombstone.getPurgedAt().truncatedTo(ChronoUnit.MICROS);
        store.checkOpen();
        if (datasets.containsKey(tombstone.id())) {
            return purge(tombstone.id(), at);
        }
        StoredDataset kept = new StoredDataset(tombstone.id(), tombstone.size(), Optional.of(at));
        datasets.put(tombstone.id(), new Kept(kept, new byte[0]));
        return true;
    }

    /** Whether the tenant has stored nothing. */
    synchronized boolean isEmpty() {
        return entries.isEmpty() && datasets.isEmpty() && directory.isEmpty();
    }

    /** Forgets everything; false if there was nothing. */
    synchronized boolean clear() {
        boolean any = !isEmpty();
        entries.clear();
        feed.clear();
        datasets.clear();
        directory.clear();
        return any;
    }
}
