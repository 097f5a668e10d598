package org.iltlib.examples.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.iltlib.record.TeamRecord;

/** Runs everything, one kind of work after the other. */
public final class StoreMeasurements {
    private StoreMeasurements() {}

    /**
     * Measures in that folder.
     *
     * @param done takes each row as soon as it is measured
     */
    public static void run(Path folder, Sizes sizes, Consumer<Row> done) throws Exception {
        try (EmbeddedPostgres server = Database.startPostgres(folder)) {
            Database postgres = Database.postgres(server);
            Database h2 = Database.h2(folder);
            Database sqlite = Database.sqlite(folder);
            for (Database database : List.of(postgres, h2)) {
                new AppendRows(database, sizes).measure().forEach(done);
                new FeedRows(database, sizes).measure().forEach(done);
            }
            done.accept(new YearRows("heap", "mem:").measure(sizes));
            done.accept(new YearRows(h2.name(), h2.address()).measure(sizes));
            List<StreamRows> streams = new ArrayList<>();
            List.of(postgres, h2, sqlite).forEach(database -> streams.add(new StreamRows(database)));
            done.accept(verifyAndLoad(streams, sizes));
            for (StreamRows stream : streams) {
                done.accept(stream.measure(sizes));
            }
        }
    }

    /** The chain is in memory only as long as this runs, so that streaming has the heap to itself. */
    private static Row verifyAndLoad(List<StreamRows> streams, Sizes sizes) throws Exception {
        TeamRecord chain = TeamRecord.empty(Bodies.key("chain"));
        while (chain.revision() < sizes.chain()) {
            chain = Bodies.grow(chain, (int) Math.min(10_000, sizes.chain() - chain.revision()));
        }
        TeamRecord whole = chain.asSaved();
        streams.forEach(stream -> stream.load(whole));
        return VerifyRow.measure(whole, sizes);
    }
}
