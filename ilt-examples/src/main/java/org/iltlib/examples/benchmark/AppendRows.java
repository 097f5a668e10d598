package org.iltlib.examples.benchmark;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Recordable;
import org.iltlib.base.TenantId;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.examples.benchmark.Duel.Side;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.Stores;

/** Batches of 100 entries appended by one writer, beside a loop that inserts the same entries, sealed beforehand. */
final class AppendRows {
    private final Database database;
    private final Sizes sizes;
    private TeamRecord bare = TeamRecord.empty(Bodies.key("bare"));
    private TeamRecord ours = TeamRecord.empty(Bodies.key("ours"));

    AppendRows(Database database, Sizes sizes) {
        this.database = database;
        this.sizes = sizes;
    }

    List<Row> measure() throws Exception {
        try (Store store = Stores.open(database.address());
                Connection connection = database.connect()) {
            RecordStore records = store.forTenant(TenantId.of("district"));
            BareJdbc.createTable(connection);
            Side byHand = () -> {
                List<List<Entry>> batches = new ArrayList<>();
                for (int i = 0; i < sizes.batches(); i++) {
                    bare = Bodies.grow(bare.asSaved(), Sizes.BATCH);
                    batches.add(bare.unsaved());
                }
                return () -> BareJdbc.insert(connection, bare.key(), batches);
            };
            Duel whole = Duel.measure(sizes.warmUps(), sizes.pairs(), () -> sealingAndAppending(records), byHand);
            bare = TeamRecord.empty(Bodies.key("bare-2"));
            ours = TeamRecord.empty(Bodies.key("ours-2"));
            Duel alone = Duel.measure(sizes.warmUps(), sizes.pairs(), () -> appending(records), byHand);
            String name = database.name() + ", batches of 100 appended";
            return List.of(
                    Row.of(name + ", JSON and hash too", 0.7, whole, "by hand, sealed before")
                            .with(database.durability()),
                    Row.of(name + ", sealed before", 0.7, alone, "by hand"));
        }
    }

    private Duel.Work sealingAndAppending(RecordStore records) {
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
