package org.iltlib.examples.benchmark;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.iltlib.base.TenantId;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.EntryTable;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;

/** The long chain, streamed, beside a loop over a result set that reads the same columns. */
final class StreamRows {
    private static final int LOAD = 5_000;

    private final Database database;

    StreamRows(Database database) {
        this.database = database;
    }

    /** Stores the chain. */
    void load(TeamRecord chain) {
        try (Store store = Stores.open(database.address())) {
            EntryTable table = store.forTenant(TenantId.of("district")).table();
            Checkpoint at = Checkpoint.start(chain.key());
            for (int from = 0; from < chain.revision(); from += LOAD) {
                int to = (int) Math.min(from + LOAD, chain.revision());
                List<Entry> batch = chain.entries().subList(from, to);
                if (!table.append(at, batch)) {
                    throw new IllegalStateException("Someone else writes to " + database.name() + ".");
                }
                at = new Checkpoint(chain.key(), to, batch.get(batch.size() - 1).digest());
            }
        }
    }

    Row measure(Sizes sizes) throws Exception {
        try (Store store = Stores.open(database.address());
                Connection connection = database.connect()) {
            EntryTable table = store.forTenant(TenantId.of("district")).table();
            Duel duel = Duel.measure(
                    sizes.warmUps(),
                    Math.min(3, sizes.pairs()),
                    () -> () -> stream(table),
                    () -> () -> BareJdbc.select(connection, Bodies.key("chain")));
            return Row.of(
                            String.format(Locale.ROOT, "%s, %,d entries streamed", database.name(), sizes.chain()),
                            0.8,
                            duel,
                            "result set")
                    .with("used heap " + heap(table, sizes));
        }
    }

    private static Done stream(EntryTable table) {
        long entries = 0;
        long bytes = 0;
        try (Stream<Entry> stream = table.read(Bodies.key("chain"), 0)) {
            for (Iterator<Entry> all = stream.iterator(); all.hasNext(); entries++) {
                bytes += all.next().text().length();
            }
        }
        return new Done(entries, bytes);
    }

    /** What is in use after a collection, at the first entry, in the middle and at the last. */
    private static String heap(EntryTable table, Sizes sizes) {
        List<String> used = new ArrayList<>();
        try (Stream<Entry> stream = table.read(Bodies.key("chain"), 0)) {
            long place = 0;
            for (Iterator<Entry> all = stream.iterator(); all.hasNext(); all.next()) {
                if (++place == 1 || place == sizes.chain() / 2 || place == sizes.chain()) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    used.add(((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " MB");
                }
            }
        }
        return String.join(", ", used);
    }
}
