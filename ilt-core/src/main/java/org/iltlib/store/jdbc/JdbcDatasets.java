package org.iltlib.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.iltlib.base.TenantId;
import org.iltlib.store.DatasetId;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;

/**
 * One tenant's datasets: a row for each, and its bytes in parts. Parts are written under a name of their own while the
 * digest is still unknown, so content of any size passes through once, in constant memory.
 */
final class JdbcDatasets {
    private static final int PART = 256 * 1024;
    private static final int DROPPED = 2;

    private final Transactions transactions;
    private final TenantId tenant;
    private final String datasets;
    private final String parts;

    JdbcDatasets(Transactions transactions, JdbcSettings settings, TenantId tenant) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.datasets = settings.table("dataset");
        this.parts = settings.table("dataset_part");
    }

    private record Found(StoredDataset dataset, String content) {}

    DatasetId put(InputStream content) {
        String name = UUID.randomUUID().toString();
        DatasetId[] id = new DatasetId[1];
        boolean stored = transactions.writeOnce("Storing a dataset", (connection, dialect) -> {
            dialect.beginPersonal(connection, datasets);
            MessageDigest sha = sha256();
            long size = writeParts(connection, name, new DigestInputStream(content, sha));
            id[0] = DatasetId.of(HexFormat.of().formatHex(sha.digest()));
            String sql = "INSERT INTO " + datasets
                    + " (tenant, dataset, size_bytes, content, purged_at) VALUES (?, ?, ?, ?, NULL)"
                    + dialect.ifAbsent();
            Optional<Found> before = find(connection, id[0]);
            if (before.isPresent()) {
                refusePurged(before.get().dataset());
                return undone(connection, name);
            }
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, tenant.value());
                insert.setString(2, id[0].hex());
                insert.setLong(3, size);
                insert.setString(4, name);
                return dialect.insertIfAbsent(insert) || undone(connection, name);
            }
        });
        if (!stored) {
            transactions.settle();
        }
        return id[0];
    }

    private static void refusePurged(StoredDataset dataset) {
        if (dataset.isPurged()) {
            throw new StoreException("Dataset " + dataset.id() + " was purged and stays so; nothing was stored.");
        }
    }

    private long writeParts(Connection connection, String name, InputStream content) throws SQLException {
        String sql = "INSERT INTO " + parts + " (tenant, content, part, bytes) VALUES (?, ?, ?, ?)";
        long size = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int part = 0;
            for (byte[] bytes = next(content); bytes.length > 0; bytes = next(content)) {
                insert.setString(1, tenant.value());
                insert.setString(2, name);
                insert.setInt(3, part++);
                insert.setBytes(4, bytes);
                insert.executeUpdate();
                size += bytes.length;
            }
        }
        return size;
    }

    private static byte[] next(InputStream content) {
        try {
            return content.readNBytes(PART);
        } catch (IOException e) {
            throw new StoreException("The content of a dataset could not be read; nothing was stored.", e);
        }
    }

    /** Rolls the parts back, or removes them if the transaction is the caller's and goes on. */
    private boolean undone(Connection connection, String name) throws SQLException {
        if (transactions.ends()) {
            return false;
        }
        boolean more = true;
        while (more) {
            more = dropParts(connection, name);
        }
        return true;
    }

    /** Removes some parts; false if there are none. Few at a time, since H2 holds what a transaction deletes. */
    private boolean dropParts(Connection connection, String name) throws SQLException {
        int first;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT MIN(part) FROM " + parts + " WHERE tenant = ? AND content = ?")) {
            select.setString(1, tenant.value());
            select.setString(2, name);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                first = rows.getInt(1);
                if (rows.wasNull()) {
                    return false;
                }
            }
        }
        String sql = "DELETE FROM " + parts + " WHERE tenant = ? AND content = ? AND part >= ? AND part < ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, tenant.value());
            delete.setString(2, name);
            delete.setInt(3, first);
            delete.setInt(4, first + DROPPED);
            return delete.executeUpdate() > 0;
        }
    }

    Optional<StoredDataset> find(DatasetId id) {
        return transactions.read(
                "Finding a dataset",
                (connection, dialect) -> find(connection, id).map(Found::dataset));
    }

    private Optional<Found> find(Connection connection, DatasetId id) throws SQLException {
        List<Found> found = select(connection, " AND dataset = ?", id.hex());
        return found.stream().findFirst();
    }

    private List<Found> select(Connection connection, String condition, String... arguments) throws SQLException {
        String sql = "SELECT dataset, size_bytes, purged_at, content FROM " + datasets + " WHERE tenant = ?" + condition
                + " ORDER BY dataset";
        List<Found> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant.value());
            for (int i = 0; i < arguments.length; i++) {
                select.setString(i + 2, arguments[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long micros = rows.getLong(3);
                    Optional<Instant> purged =
                            rows.wasNull() ? Optional.empty() : Optional.of(EntryRow.instant(micros));
                    StoredDataset dataset = new StoredDataset(DatasetId.of(rows.getString(1)), rows.getLong(2), purged);
                    found.add(new Found(dataset, rows.getString(4)));
                }
            }
        }
        return found;
    }

    Stream<StoredDataset> list() {
        return transactions.read("Listing datasets", (connection, dialect) -> select(connection, "")).stream()
                .map(Found::dataset)
                .sorted(Comparator.comparing(StoredDataset::id));
    }

    /**
     * Notes the purge, which ends all reading, then removes the bytes in many small transactions. If that breaks off,
     * purging again removes the rest.
     */
    boolean purge(DatasetId id, Instant at) {
        boolean noted = transactions.write("Purging a dataset", (connection, dialect) -> {
            dialect.beginPersonal(connection, datasets);
            String sql =
                    "UPDATE " + datasets + " SET purged_at = ? WHERE tenant = ? AND dataset = ? AND purged_at IS NULL";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setLong(1, EntryRow.micros(at));
                update.setString(2, tenant.value());
                update.setString(3, id.hex());
                return update.executeUpdate() == 1;
            }
        });
        Optional<Found> found = transactions.read("Finding a dataset", (connection, dialect) -> find(connection, id));
        if (found.isPresent() && found.get().dataset().isPurged()) {
            String content = found.get().content();
            boolean more = true;
            while (more) {
                more = transactions.write("Removing the bytes of a dataset", (connection, dialect) -> {
                    dialect.beginPersonal(connection, datasets);
                    return dropParts(connection, content);
                });
            }
        }
        return noted;
    }

    boolean purge(StoredDataset tombstone) {
        Instant at = tombstone.getPurgedAt();
        while (!purge(tombstone.id(), at)) {
            boolean buried = transactions.write("Noting a purged dataset", (connection, dialect) -> {
                String sql = "INSERT INTO " + datasets
                        + " (tenant, dataset, size_bytes, content, purged_at) VALUES (?, ?, ?, '', ?)"
                        + dialect.ifAbsent();
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    insert.setString(1, tenant.value());
                    insert.setString(2, tombstone.id().hex());
                    insert.setLong(3, tombstone.size());
                    insert.setLong(4, EntryRow.micros(at));
                    return dialect.insertIfAbsent(insert);
                }
            });
            if (buried) {
                return true;
            }
            if (find(tombstone.id()).filter(StoredDataset::isPurged).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** The content, part by part: each read is a transaction of its own, so nothing is held between reads. */
    InputStream open(DatasetId id) {
        Found found = transactions.read(
                "Opening a dataset",
                (connection, dialect) -> find(connection, id)
                        .orElseThrow(
                                () -> new StoreException("There is no dataset " + id + ". Maybe it was never put.")));
        if (found.dataset().isPurged()) {
            throw new StoreException("Dataset " + id + " was purged. Only its id and size are left.");
        }
        return new PartStream(number -> readPart(found, number), found.dataset().size());
    }

    private byte[] readPart(Found found, int number) {
        return transactions.read("Reading a dataset", (connection, dialect) -> {
            String sql = "SELECT bytes FROM " + parts + " WHERE tenant = ? AND content = ? AND part = ?";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, tenant.value());
                select.setString(2, found.content());
                select.setInt(3, number);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        throw new StoreException("A part of dataset "
                                + found.dataset().id() + " is gone. Maybe it was purged while it was read.");
                    }
                    return rows.getBytes(1);
                }
            }
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        }
    }
}
