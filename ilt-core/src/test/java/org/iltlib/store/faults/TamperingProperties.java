package org.iltlib.store.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.Stores;

/**
 * One bit of one column of one stored entry is flipped behind the store's back. The flip is found by verifying, or what
 * is stored is refused; never is another value taken for the recorded one. A flip may also be refused by the database
 * itself, or leave the value what it was.
 */
class TamperingProperties {
    private static final int ENTRIES = 6;

    private static Path folder;
    private static Place h2;
    private static Place sqlite;

    /** A database with one store, and what comes of the flips. */
    private static final class Place implements AutoCloseable {
        private final Store store;
        private final Connection connection;
        private final List<String> columns = new ArrayList<>();
        private int found;

        Place(String address) throws SQLException {
            store = Stores.open(address);
            connection = DriverManager.getConnection(address);
            try (ResultSet row = connection.createStatement().executeQuery("SELECT * FROM ilt_entry WHERE 1 = 0")) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
            store.close();
            assertThat(found).as("flips that were found").isPositive();
        }
    }

    @BeforeContainer
    static void open() throws Exception {
        folder = Files.createTempDirectory("ilt-tampering");
        h2 = new Place("jdbc:h2:mem:tampering");
        sqlite = new Place("jdbc:sqlite:" + folder.resolve("tampering.db"));
    }

    @AfterContainer
    static void close() throws Exception {
        h2.close();
        sqlite.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 400)
    void aFlippedBitInH2IsNeverTakenForWhatWasRecorded(
            @ForAll @IntRange(min = 1, max = ENTRIES) int sequence,
            @ForAll @IntRange(max = 30) int column,
            @ForAll @IntRange(max = 5_000) int bit)
            throws SQLException {
        flip(h2, sequence, column, bit);
    }

    @Property(tries = 400)
    void aFlippedBitInSqliteIsNeverTakenForWhatWasRecorded(
            @ForAll @IntRange(min = 1, max = ENTRIES) int sequence,
            @ForAll @IntRange(max = 30) int column,
            @ForAll @IntRange(max = 5_000) int bit)
            throws SQLException {
        flip(sqlite, sequence, column, bit);
    }

    private static void flip(Place place, int sequence, int number, int bit) throws SQLException {
        TenantId tenant = TenantId.of("tampered-" + UUID.randomUUID());
        RecordStore records = place.store.forTenant(tenant);
        TeamRecord recorded = records.append(Note.chain(ENTRIES));
        String column = place.columns.get(number % place.columns.size());
        if (!change(place.connection, tenant, column, sequence, bit)) {
            return;
        }
        if (!isRefused(records, recorded)) {
            assertThat(records.load(Note.KEY).entries().subList(0, ENTRIES))
                    .as("with another " + column)
                    .isEqualTo(recorded.entries());
        } else {
            place.found++;
        }
    }

    /** Loading is refused, or verifying finds it, or going on from there is refused. */
    private static boolean isRefused(RecordStore records, TeamRecord recorded) {
        try {
            TeamRecord loaded = records.load(Note.KEY);
            if (!loaded.verify().holds()
                    || !loaded.verify(recorded.checkpoint()).holds()) {
                return true;
            }
            records.append(
                    loaded.with(Note.START.plusSeconds(100_000), Note.ANA, Note.of("after-" + loaded.revision())));
            return false;
        } catch (StoreException | StaleRecordException e) {
            return true;
        }
    }

    /** Flips a bit; false if the database would not have it or the value is the same after all. */
    private static boolean change(Connection connection, TenantId tenant, String column, int sequence, int bit)
            throws SQLException {
        String where = " WHERE tenant = ? AND sequence = ?";
        Object before;
        try (PreparedStatement select = connection.prepareStatement("SELECT " + column + " FROM ilt_entry" + where)) {
            select.setString(1, tenant.value());
            select.setInt(2, sequence);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                before = row.getObject(1) instanceof Number
                        ? (Object) row.getLong(1)
                        : row.getObject(1) == null ? null : row.getString(1);
            }
        }
        Object after = flipped(before, bit);
        if (Objects.equals(before, after)) {
            return false;
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE ilt_entry SET " + column + " = ?" + where)) {
            if (after == null) {
                update.setNull(1, Types.VARCHAR);
            } else {
                update.setObject(1, after);
            }
            update.setString(2, tenant.value());
            update.setInt(3, sequence);
            return update.executeUpdate() == 1;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static Object flipped(Object value, int bit) {
        if (value instanceof Long number) {
            return number ^ (1L << (bit % 63));
        }
        byte[] bytes = value == null ? new byte[1] : ((String) value).getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            bytes = new byte[1];
        }
        int place = bit % (bytes.length * 8);
        bytes[place / 8] ^= (byte) (1 << (place % 8));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
