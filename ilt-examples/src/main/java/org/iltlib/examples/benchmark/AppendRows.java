package org.iltlib.examples.benchmark;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Recordable;
import org.iltlib.base.TenantId;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.examples.benchmark.Duel.Side;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;

/** Batches of 100 entries appended by one writer, beside a loop that inserts the same bytes. */
final class AppendRows {
    private final Database database;
    private final Sizes sizes;
    private TeamRecord ours = TeamRecord.empty(Bodies.key("ours"));
    private int runs;

    AppendRows(Database database, Sizes sizes) {
        this.database = database;
        this.sizes = sizes;
    }

    List<Row> measure() throws Exception {
        try (Store store = Stores.open(database.address());
                Connection connection = database.connect()) {
            RecordStore records = store.forTenant(TenantId.of("district"));
            BareJdbc.createTable(connection);
            Side byHand = () -> byHand(connection, false);
            Side hashing = () -> byHand(connection, true);
            Duel whole = Duel.measure(sizes.warmUps(), sizes.pairs(), () -> sealingAndAppending(records), hashing);
            Duel alone = Duel.measure(sizes.warmUps(), sizes.pairs(), () -> appending(records), byHand);
            String name = database.name() + ", batches of 100 appended";
            return List.of(
                    Row.of(name + ", hashing included", 0.7, whole, "by hand, from JSON")
                            .with("ours from values; " + database.durability()),
                    Row.of(name + ", sealed before", 0.7, alone, "by hand"));
        }
    }

    private Duel.Work byHand(Connection connection, boolean hashing) {
        List<List<Entry>> batches = new ArrayList<>();
        TeamRecord bare = newRecord("bare");
        for (int i = 0; i < sizes.batches(); i++) {
            bare = Bodies.grow(bare.asSaved(), Sizes.BATCH);
            batches.add(bare.unsaved());
        }
        TeamKey key = bare.key();
        return () ->
                hashing ? BareJdbc.hashAndInsert(connection, key, batches) : BareJdbc.insert(connection, key, batches);
    }

    /** A record of its own for each run, so that none is longer than another. */
    private TeamRecord newRecord(String name) {
        return TeamRecord.empty(Bodies.key(name + "-" + runs++));
    }

    private Duel.Work sealingAndAppending(RecordStore records) {
        ours = newRecord("ours");
        List<List<Recordable>> batches = new ArrayList<>();
        for (int i = 0; i < sizes.batches(); i++) {
            batches.add(Bodies.values(ours.revision() + (long) i * Sizes.BATCH, Sizes.BATCH));
        }
        return () -> {
            Done done = new Done(0, 0);
            for (List<Recordable> batch : batches) {
                TeamRecord longer = Bodies.with(ours, batch);
                ours = records.append(longer);
                done = plus(done, longer.unsaved());
            }
            return done;
        };
    }

    private Duel.Work appending(RecordStore records) {
        ours = newRecord("ours");
        List<TeamRecord> steps = new ArrayList<>();
        for (int i = 0; i < sizes.batches(); i++) {
            TeamRecord longer = Bodies.grow(ours, Sizes.BATCH);
            steps.add(longer);
            ours = longer.asSaved();
        }
        return () -> {
            Done done = new Done(0, 0);
            for (TeamRecord step : steps) {
                records.append(step);
                done = plus(done, step.unsaved());
            }
            return done;
        };
    }

    static Done plus(Done done, List<Entry> entries) {
        long bytes = done.bytes();
        for (Entry entry : entries) {
            bytes += entry.text().length();
        }
        return new Done(done.entries() + entries.size(), bytes);
    }
}
