package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iltlib.base.TenantId;

/**
 * The tenants of a store. Here, and nowhere else, stand all tables that hold something of a tenant.
 *
 * <p><b>Why removing one tears nothing</b>, at READ COMMITTED, while others append: only who holds the tenant's row of
 * the feed head numbers, so it is taken first. The heads go before the entries; an append that is under way holds its
 * head and is awaited, and one of a record that is new stands with its head when the entries go, or is not seen at all.
 * So what rests on a head goes only if the head is gone, which one statement sees as of one moment. Datasets and their
 * parts likewise.
 */
final class JdbcTenants {
    /** Tables in which a row means that the tenant has stored something. */
    private static final List<String> STORED = List.of("head", "dataset", "contact");

    private final Transactions transactions;
    private final JdbcSettings settings;

    JdbcTenants(Transactions transactions, JdbcSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    Stream<TenantId> list() {
        return transactions
                .read("Listing tenants", (connection, dialect) -> {
                    TreeSet<TenantId> tenants = new TreeSet<>();
                    String sql = STORED.stream()
                            .map(table -> "SELECT DISTINCT tenant FROM " + settings.table(table))
                            .collect(Collectors.joining(" UNION "));
                    try (Statement select = connection.createStatement();
                            ResultSet rows = select.executeQuery(sql)) {
                        while (rows.next()) {
                            tenants.add(TenantId.of(rows.getString(1)));
                        }
                    }
                    return tenants;
                })
                .stream();
    }

    boolean delete(TenantId tenant) {
        return transactions.write("Removing a tenant", (connection, dialect) -> {
            dialect.beginPersonal(connection, settings.table("contact"));
            JdbcFeed.lockHead(connection, dialect, settings.table("feed_head"), tenant);
            int found = remove(connection, tenant, "head", "");
            found += remove(connection, tenant, "entry", without("entry", "head", "team", "school_year"));
            found += remove(connection, tenant, "ticket", without("ticket", "head", "team", "school_year"));
            found += remove(connection, tenant, "feed", "");
            found += remove(connection, tenant, "dataset", "");
            found += remove(connection, tenant, "dataset_part", without("dataset_part", "dataset", "content"));
            found += remove(connection, tenant, "contact", "");
            remove(connection, tenant, "feed_head", "");
            return found > 0;
        });
    }

    /** The condition that nothing in the other table is the same in tenant and these columns. */
    private String without(String table, String other, String... columns) {
        String from = settings.table(table);
        String same = Stream.of(columns)
                .map(column -> " AND other." + column + " = " + from + "." + column)
                .collect(Collectors.joining());
        return " AND NOT EXISTS (SELECT 1 FROM " + settings.table(other) + " other WHERE other.tenant = " + from
                + ".tenant" + same + ")";
    }

    private int remove(Connection connection, TenantId tenant, String table, String condition) throws SQLException {
        String from = settings.table(table);
        return execute(connection, "DELETE FROM " + from + " WHERE " + from + ".tenant = ?" + condition, tenant);
    }

    private static int execute(Connection connection, String sql, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            return statement.executeUpdate();
        }
    }
}
