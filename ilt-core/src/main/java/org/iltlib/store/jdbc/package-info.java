/**
 * A store on any {@code DataSource}: H2 embedded, PostgreSQL as a server, SQLite for researchers. Plain JDBC, one
 * implementation, small differences as data.
 *
 * <p>Start with {@link org.iltlib.store.jdbc.JdbcStore} and {@link org.iltlib.store.jdbc.JdbcSettings}; the tables and how
 * they come about are in {@link org.iltlib.store.jdbc.Schema}.
 *
 * <pre>{@code
 * JdbcSettings settings = JdbcSettings.withDefaults().withPrefix("ilt_").withSchema("school");
 * try (JdbcStore store = new JdbcStore(dataSource, settings)) {         // touches nothing
 *     store.schema().migrate();                                         // or apply store.schema().sql() yourself
 *     RecordStore records = store.forTenant(TenantId.of("district-7"));
 *     records.append(records.load(key).with(now, ana, need));
 * }
 * }</pre>
 *
 * <p><b>What it issues.</b> An append is one transaction of three round trips: {@code UPDATE head … WHERE} it still
 * stands as expected (or {@code INSERT} for the first append), one batch of {@code INSERT}, {@code COMMIT}. The update
 * locks the team's row, so writers of one team queue, sequences have no gaps, and READ COMMITTED is enough. An append to
 * several records moves their heads in the order of their keys, so that no two wait for one another; a record to which
 * nothing is added is updated to what it is, which holds it. Reading is one {@code SELECT} for each page, in order of
 * the primary key, whose first column is the tenant; between pages no connection is held. A snapshot is one
 * {@code SELECT} of all heads. What a database gives up to end a deadlock, or for its isolation, is tried again. Every
 * statement of every operation is in <a href="../doc-files/storage-guide.html">the storage guide</a>.
 *
 * <p><b>The feed.</b> Numbers from a counter are not in the order of the commits, and a counter in a locked row would make
 * all writers of a tenant wait for one another's disk. So each append also inserts one ticket, and whoever reads the feed
 * numbers the tickets that are committed: {@code UPDATE} of the tenant's feed head, which keeps other readers waiting but
 * no writer, {@code INSERT … SELECT} of at most a thousand tickets with the next positions, {@code DELETE} of exactly
 * these, {@code UPDATE} of the head, {@code COMMIT}. A reader that finds no ticket only reads. READ COMMITTED is enough.
 * In a joined transaction the feed head stays locked until the caller ends it, so read the feed there last and end soon.
 *
 * <p><b>With PostgreSQL</b>, set {@code reWriteBatchedInserts=true} on a data source of your own; stores opened by
 * address do. Statements are not kept by the store: the drivers of PostgreSQL and H2 keep them for each connection.
 *
 * <p><b>What survives a crash</b> right after an append has returned: PostgreSQL and SQLite force their log to disk at
 * each commit by default. H2 does not; after each commit the store executes {@code CHECKPOINT SYNC}, which does (the H2
 * user must be an administrator, as the embedded default is).
 */
package org.iltlib.store.jdbc;
