package org.iltlib.examples.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.TenantId;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.examples.benchmark.Duel.Side;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.FeedStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.jdbc.JdbcSettings;
import org.iltlib.store.jdbc.JdbcStore;
import org.iltlib.store.jdbc.SchemaMode;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Eight writers, each of a record of its own, ten entries an append, while one reader follows the feed until it has seen
 * every append; beside the same writers without a reader, and beside eight threads that insert the same by hand.
 */
final class FeedRows {
    private static final int WRITERS = 8;
    private static final int BATCH = 10;

    private final Database database;
    private final Sizes sizes;
    private long position;

    FeedRows(Database database, Sizes sizes) {
        this.database = database;
        this.sizes = sizes;
    }

    List<Row> measure() throws Exception {
        JdbcConnectionPool pool = JdbcConnectionPool.create(source());
        pool.setMaxConnections(2 * WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try (JdbcStore store = JdbcStore.open(pool, JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE))) {
            FeedStore feed = FeedStore.of(store.forTenant(TenantId.of("district")));
            Duel reader = Duel.measure(
                    sizes.warmUps(),
                    sizes.pairs(),
                    writing(threads, feed, records("told"), true),
                    writing(threads, feed, records("untold"), false));
            Duel byHand = Duel.measure(
                    sizes.warmUps(),
                    sizes.pairs(),
                    writing(threads, feed, records("ours"), true),
                    byHand(threads, pool, records("bare")));
            String name = database.name() + ", 8 writers and a reader of the feed";
            return List.of(
                    Row.of(name + ", beside no reader", 0.6, reader, "without"),
                    Row.of(name + ", beside JDBC by hand", 0.6, byHand, "by hand, no feed"));
        } finally {
            threads.shutdown();
            pool.dispose();
        }
    }

    private ConnectionPoolDataSource source() {
        if (database.address().startsWith("jdbc:h2:")) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(database.address());
            return source;
        }
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(database.address());
        return source;
    }

    private long drain(FeedStore feed, long from) {
        long at = from;
        for (List<Change> next = feed.changes(at, 500); !next.isEmpty(); next = feed.changes(at, 500)) {
            at = next.get(next.size() - 1).position();
        }
        return at;
    }

    private static List<TeamRecord> records(String name) {
        List<TeamRecord> records = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            records.add(TeamRecord.empty(Bodies.key(name + "/" + writer)));
        }
        return records;
    }

    private Side writing(ExecutorService threads, FeedStore feed, List<TeamRecord> records, boolean read) {
        return () -> {
            position = drain(feed, position);
            List<Callable<Done>> tasks = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                List<TeamRecord> steps = steps(records, writer);
                tasks.add(() -> append(feed, steps));
            }
            if (read) {
                long last = position + (long) WRITERS * sizes.appends();
                tasks.add(() -> follow(feed, last));
            }
            return () -> together(threads, tasks);
        };
    }

    /** The next appends of a writer. */
    private List<TeamRecord> steps(List<TeamRecord> records, int writer) {
        List<TeamRecord> steps = new ArrayList<>();
        for (int i = 0; i < sizes.appends(); i++) {
            TeamRecord longer = Bodies.grow(records.get(writer), BATCH);
            steps.add(longer);
            records.set(writer, longer.asSaved());
        }
        return steps;
    }

    private static Done append(RecordStore records, List<TeamRecord> steps) {
        Done done = new Done(0, 0);
        for (TeamRecord step : steps) {
            records.append(step);
            done = AppendRows.plus(done, step.unsaved());
        }
        return done;
    }

    /** Reads on until it has seen that position. */
    private Done follow(FeedStore feed, long last) throws InterruptedException {
        while (position < last) {
            long before = position;
            position = drain(feed, before);
            if (position == before) {
                Thread.sleep(1);
            }
        }
        return new Done(0, 0);
    }

    private Side byHand(ExecutorService threads, JdbcConnectionPool pool, List<TeamRecord> records) {
        return () -> {
            List<Callable<Done>> tasks = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                List<List<Entry>> batches =
                        steps(records, writer).stream().map(TeamRecord::unsaved).toList();
                TeamRecord record = records.get(writer);
                tasks.add(() -> insert(pool, record, batches));
            }
            return () -> together(threads, tasks);
        };
    }

    private static Done insert(JdbcConnectionPool pool, TeamRecord record, List<List<Entry>> batches)
            throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return BareJdbc.insert(connection, record.key(), batches);
        }
    }

    private static Done together(ExecutorService threads, List<Callable<Done>> tasks) throws Exception {
        Done all = new Done(0, 0);
        for (Future<Done> future : threads.invokeAll(tasks)) {
            Done done = future.get();
            all = new Done(all.entries() + done.entries(), all.bytes() + done.bytes());
        }
        return all;
    }
}
