package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.StoreException;
import org.junit.jupiter.api.Test;

class JdbcStoreTest {
    private static final TenantId TENANT = TenantId.of("t");
    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcSettings settings = JdbcSettings.withDefaults();

    JdbcStoreTest() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private int tables() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void constructionTouchesNothing() throws SQLException {
        try (JdbcStore store = new JdbcStore(source, settings.withMode(SchemaMode.MIGRATE))) {
            assertThat(store.schema().installed()).isZero();
            assertThat(tables()).isZero();
            assertThatThrownBy(() -> store.forTenant(TENANT).load(Note.KEY))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Reading entries failed with SQL state 42S0")
                    .hasMessageContaining("see Schema");
        }
        assertThat(tables()).isZero();
    }

    @Test
    void missingTablesAreRefusedWhenValidated() {
        assertThatThrownBy(() -> JdbcStore.open(source, settings.withMode(SchemaMode.VALIDATE)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("have version 0, this library needs ");
        JdbcStore.open(source, settings.withMode(SchemaMode.MIGRATE)).close();
        JdbcStore.open(source, settings.withMode(SchemaMode.VALIDATE)).close();
        JdbcStore.open(source, settings).close();
    }

    @Test
    void thePrintedSqlMakesTheTables() throws SQLException {
        try (JdbcStore store = new JdbcStore(source, settings.withPrefix("x_").withSchema("s"))) {
            String sql = store.schema().sql();
            assertThat(sql).startsWith("CREATE SCHEMA IF NOT EXISTS s;").contains("s.x_entry");
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            assertThat(store.schema().installed()).isEqualTo(store.schema().needed());
            assertThat(store.schema().sql()).isEmpty();
            store.schema().migrate();
        }
    }

    @Test
    void namesThatAreNoNamesAreRefused() {
        assertThatThrownBy(() -> settings.withPrefix("a; DROP")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.withSchema("a b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCallersTransactionIsJoined() throws SQLException {
        JdbcStore.open(source, settings.withMode(SchemaMode.MIGRATE)).close();
        TeamRecord record = Note.chain(2);
        try (Connection connection = source.getConnection()) {
            assertThatThrownBy(() -> JdbcStore.joining(connection, settings))
                    .hasMessageContaining("setAutoCommit(false)");
            connection.setAutoCommit(false);
            try (JdbcStore joined = JdbcStore.joining(connection, settings)) {
                joined.forTenant(TENANT).append(record);
            }
            assertThat(load()).isEqualTo(TeamRecord.empty(Note.KEY));
            connection.rollback();
            try (JdbcStore joined = JdbcStore.joining(connection, settings)) {
                RecordStore records = joined.forTenant(TENANT);
                records.append(record);
                assertThatThrownBy(() -> records.append(record)).isInstanceOf(StaleRecordException.class);
                assertThat(records.load(Note.KEY)).isEqualTo(record);
            }
            assertThat(connection.isClosed()).isFalse();
            connection.commit();
        }
        assertThat(load()).isEqualTo(record);
    }

    private TeamRecord load() {
        try (JdbcStore store = new JdbcStore(source, settings)) {
            return store.forTenant(TENANT).load(Note.KEY);
        }
    }

    @Test
    void whatWasChangedByHandIsFoundByVerify() throws SQLException {
        JdbcStore.open(source, settings.withMode(SchemaMode.MIGRATE))
                .forTenant(TENANT)
                .append(Note.chain(5));
        execute("UPDATE ilt_entry SET body = REPLACE(body, 'words of n2', 'other words') WHERE sequence = 3");
        assertThat(load().verify().toString()).contains("place 3 (altered)");
        execute("DELETE FROM ilt_entry WHERE sequence = 2");
        assertThat(load().verify().toString()).contains("place 2 (");
        execute("UPDATE ilt_entry SET digest = 'none' WHERE sequence = 1");
        assertThatThrownBy(this::load).isInstanceOf(StoreException.class).hasMessageContaining("by hand");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
