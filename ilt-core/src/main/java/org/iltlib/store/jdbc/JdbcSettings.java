package org.iltlib.store.jdbc;

import org.iltlib.base.Checks;

/**
 * Where the tables of a JDBC store are, and what to do about them. Immutable.
 *
 * @param schema the database schema, empty for the connection's own; letters, digits and {@code _}
 * @param prefix what the names of all tables begin with; letters, digits and {@code _}; may be empty
 * @param mode what {@link JdbcStore#open} does about the tables
 */
public record JdbcSettings(String schema, String prefix, SchemaMode mode) {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,29}";

    /** Checks the names; they become part of SQL text. */
    public JdbcSettings {
        Checks.require(
                schema.isEmpty() || schema.matches(NAME),
                "schema is \"%s\". Expected up to 30 letters, digits and _, or nothing.",
                schema);
        Checks.require(
                prefix.isEmpty() || prefix.matches(NAME),
                "prefix is \"%s\". Expected up to 30 letters, digits and _, or nothing.",
                prefix);
    }

    /** The connection's own schema, prefix {@code ilt_}, and hands off the tables. */
    public static JdbcSettings withDefaults() {
        return new JdbcSettings("", "ilt_", SchemaMode.NONE);
    }

    /** A copy with that schema. */
    public JdbcSettings withSchema(String other) {
        return new JdbcSettings(other, prefix, mode);
    }

    /** A copy with that prefix. */
    public JdbcSettings withPrefix(String other) {
        return new JdbcSettings(schema, other, mode);
    }

    /** A copy with that mode. */
    public JdbcSettings withMode(SchemaMode other) {
        return new JdbcSettings(schema, prefix, other);
    }

    /** The full name of a table, as SQL text. */
    String table(String name) {
        return (schema.isEmpty() ? "" : schema + ".") + prefix + name;
    }
}
