package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.base.TenantId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.iltlib.people.Contact;
import org.iltlib.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's directory: a row for each person, which is either a contact or an erasure. Since both stand in the same
 * row, a contact that is put while the person is erased is either erased with the rest or refused.
 *
 * <p>What the database itself keeps of an erased contact: PostgreSQL the old row until the next vacuum, and its
 * write-ahead log until that is recycled; H2 the old page until the file is compacted; SQLite nothing in the file, which
 * is overwritten, but its write-ahead log, if it has one, until the next checkpoint or the last close. Backups and replicas that lag
 * keep it as long as they are kept; that is for the operator to end.
 */
final class JdbcDirectory {
    private final Transactions transactions;
    private final TenantId tenant;
    private final String contacts;

    JdbcDirectory(Transactions transactions, JdbcSettings settings, TenantId tenant) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.contacts = settings.table("contact");
    }

    void put(Contact contact) {
        String body = CanonicalJson.write(Contact.FORM.write(contact));
        transactions.write("Storing a contact", (connection, dialect) -> {
            if (!set(connection, dialect, contact.person(), body, null)) {
                throw new StoreException(
                        "Person " + contact.person() + " was erased and stays so; nothing was stored.");
            }
            return true;
        });
    }

    boolean erase(PersonId person, Instant at) {
        boolean erased = transactions.write(
                "Erasing a contact",
                (connection, dialect) -> set(connection, dialect, person, null, EntryRow.micros(at)));
        if (!erased) {
            transactions.settle();
        }
        return erased;
    }

    /**
     * Writes the row unless the person was erased. Begins with a write, for which SQLite waits its turn; the second
     * update is for a row that came to be in between.
     */
    private boolean set(
            Connection connection, Dialect dialect, PersonId person, @Nullable String body, @Nullable Long erasedAt)
            throws SQLException {
        dialect.beginPersonal(connection, contacts);
        return update(connection, person, body, erasedAt)
                || insert(connection, dialect, person, body, erasedAt)
                || update(connection, person, body, erasedAt);
    }

    private boolean update(Connection connection, PersonId person, @Nullable String body, @Nullable Long erasedAt)
            throws SQLException {
        String sql = "UPDATE " + contacts
                + " SET body = ?, erased_at = ? WHERE tenant = ? AND person = ? AND erased_at IS NULL";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, body, erasedAt, person);
            return update.executeUpdate() == 1;
        }
    }

    private boolean insert(
            Connection connection, Dialect dialect, PersonId person, @Nullable String body, @Nullable Long erasedAt)
            throws SQLException {
        String sql = "INSERT INTO " + contacts + " (body, erased_at, tenant, person) VALUES (?, ?, ?, ?)"
                + dialect.ifAbsent();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(insert, body, erasedAt, person);
            return dialect.insertIfAbsent(insert);
        }
    }

    private void bind(PreparedStatement statement, @Nullable String body, @Nullable Long erasedAt, PersonId person)
            throws SQLException {
        statement.setString(1, body);
        if (erasedAt == null) {
            statement.setNull(2, Types.BIGINT);
        } else {
            statement.setLong(2, erasedAt);
        }
        statement.setString(3, tenant.value());
        statement.setString(4, person.value());
    }

    Optional<Contact> find(PersonId person) {
        return one("body", person, row -> Optional.ofNullable(row.getString(1))).map(JdbcDirectory::contact);
    }

    private static Contact contact(String body) {
        try {
            return Contact.FORM.read(CanonicalJson.read(body));
        } catch (FormException e) {
            throw new StoreException("A stored contact is not one. Maybe the table was changed by hand.", e);
        }
    }

    Optional<Instant> erasedAt(PersonId person) {
        return one("erased_at", person, row -> {
            long micros = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(EntryRow.instant(micros));
        });
    }

    private interface Column<T> {
        Optional<T> of(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String column, PersonId person, Column<T> value) {
        return transactions.read("Finding a contact", (connection, dialect) -> {
            String sql = "SELECT " + column + " FROM " + contacts + " WHERE tenant = ? AND person = ?";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, tenant.value());
                select.setString(2, person.value());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? value.of(rows) : Optional.empty();
                }
            }
        });
    }

    Stream<PersonId> list() {
        return list(" AND erased_at IS NULL");
    }

    Stream<PersonId> erased() {
        return list(" AND erased_at IS NOT NULL");
    }

    private Stream<PersonId> list(String condition) {
        return transactions
                .read("Listing contacts", (connection, dialect) -> {
                    TreeSet<PersonId> persons = new TreeSet<>();
                    String sql = "SELECT person FROM " + contacts + " WHERE tenant = ?" + condition;
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setString(1, tenant.value());
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                persons.add(PersonId.of(rows.getString(1)));
                            }
                        }
                    }
                    return persons;
                })
                .stream();
    }
}
