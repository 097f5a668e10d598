package org.iltlib.store.jdbc;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.FeedStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StoredDataset;
import org.iltlib.store.TableRecordStore;

/** One tenant's records and datasets. */
final class JdbcView implements DatasetStore, FeedStore {
    private final RecordStore records;
    private final JdbcDatasets datasets;
    private final JdbcFeed feed;

    JdbcView(JdbcEntryTable table, JdbcDatasets datasets, JdbcFeed feed) {
        this.records = new TableRecordStore(table);
        this.datasets = datasets;
        this.feed = feed;
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
}
