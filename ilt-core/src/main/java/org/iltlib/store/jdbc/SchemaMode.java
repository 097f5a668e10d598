package org.iltlib.store.jdbc;

/** What {@link JdbcStore#open} does about the tables before it returns. */
public enum SchemaMode {
    /** Nothing; the application sees to the tables. */
    NONE,
    /** Refuse with a {@code StoreException} if a table is missing or older than this library needs. */
    VALIDATE,
    /** Create or migrate the tables. */
    MIGRATE
}
