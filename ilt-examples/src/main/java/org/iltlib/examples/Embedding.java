package org.iltlib.examples;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.jdbc.JdbcSettings;
import org.iltlib.store.jdbc.JdbcStore;
import org.iltlib.store.jdbc.SchemaMode;
import org.iltlib.team.Team;

/** How a vendor embeds the record: in the vendor's own database, and in the vendor's own transaction. */
public final class Embedding {
    private Embedding() {}

    /** Runs it on an H2 database in memory, as it would on any {@link DataSource}. */
    public static void main(String[] args) throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:vendor;DB_CLOSE_DELAY=-1", "sa", "");
        try (Connection connection = pool.getConnection();
                PreparedStatement yours = connection.prepareStatement("CREATE TABLE yours (id INT)")) {
            yours.execute();
            System.out.println(appendWithTheirRow(pool).verify());
        } finally {
            pool.dispose();
        }
    }

    private static TeamRecord appendWithTheirRow(DataSource dataSource) throws SQLException {
        // spotless:off
        JdbcSettings settings = JdbcSettings.withDefaults().withPrefix("ilt_").withMode(SchemaMode.MIGRATE);
        JdbcStore.open(dataSource, settings).close(); // once, at start-up: makes or checks our tables
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            JdbcStore store = JdbcStore.joining(connection, settings); // joins your transaction: no commit, no close
            TeamKey key = TeamKey.of(TeamId.of("lincoln-ilt"), SchoolYear.startingIn(2026));
            TeamRecord record = store.forTenant(TenantId.of("district-7")).load(key);
            TeamRecord kept = store.forTenant(TenantId.of("district-7"))
                    .append(record.with(Instant.now(), PersonId.of("u-17"), team()));
            try (PreparedStatement yours = connection.prepareStatement("INSERT INTO yours VALUES (17)")) {
                yours.execute(); // your own statements, in the same transaction
            }
            connection.commit();
            return kept;
        }
        // spotless:on
    }

    private static Team team() {
        return Team.builder()
                .id(EntryId.of("team"))
                .team(TeamId.of("lincoln-ilt"))
                .kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
                .unit(OrgUnitId.of("lincoln"))
                .name("Lincoln leadership team")
                .formed(LocalDate.of(2026, 8, 24))
                .build();
    }
}
