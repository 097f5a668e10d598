package org.iltlib.store.contract;

import static org.iltlib.store.contract.JointChecks.inThreads;
import static org.iltlib.store.contract.JointChecks.key;
import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.JointStore;
import org.iltlib.store.Snapshot;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.Store;

/** All records at one moment. */
final class SnapshotChecks {
    private static final int APPENDS = 30;

    private SnapshotChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                check("a snapshot of nothing is empty", SnapshotChecks::empty),
                check("a snapshot shows every record as it stands, in order", SnapshotChecks::all),
                check("a snapshot does not see later appends", SnapshotChecks::later),
                check("a snapshot is one moment: no append without the one before it", SnapshotChecks::moment),
                check("a snapshot sees a joint append wholly or not at all", SnapshotChecks::wholly),
                check("a snapshot shows nothing of another tenant", SnapshotChecks::tenants),
                check("a closed store shows no snapshot", (store, records) -> {
                    store.close();
                    refused(IllegalStateException.class, records::snapshot);
                }));
    }

    private static StoreCheck check(String name, BiConsumer<Store, SnapshotStore> body) {
        return Samples.check(Section.SNAPSHOT, name, (store, records) -> body.accept(store, SnapshotStore.of(records)));
    }

    private static void empty(Store store, SnapshotStore records) {
        Snapshot snapshot = records.snapshot();
        same(snapshot.keys().toList(), List.of());
        same(snapshot.heads(), List.of());
        same(snapshot.head(KEY), Checkpoint.start(KEY));
        same(snapshot.load(KEY), TeamRecord.empty(KEY));
        records.append(with(TeamRecord.empty(KEY), "a"));
        same(snapshot.load(KEY), TeamRecord.empty(KEY));
        same(records.snapshot().load(key("unknown")), TeamRecord.empty(key("unknown")));
    }

    private static void all(Store store, SnapshotStore records) {
        List<TeamRecord> stored = Stream.of("b", "B", "ä", "a")
                .map(team -> records.append(with(with(TeamRecord.empty(key(team)), team), team + "2")))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
        Snapshot snapshot = records.snapshot();
        same(snapshot.keys().toList(), stored.stream().map(TeamRecord::key).toList());
        same(snapshot.heads(), stored.stream().map(TeamRecord::checkpoint).toList());
        for (TeamRecord record : stored) {
            same(snapshot.load(record.key()), record);
            same(snapshot.load(record.key()).unsaved(), List.of());
        }
    }

    private static void later(Store store, SnapshotStore records) {
        TeamRecord before = records.append(with(with(TeamRecord.empty(KEY), "a"), "b"));
        Snapshot snapshot = records.snapshot();
        TeamRecord after = records.append(with(before, "c"));
        records.append(with(TeamRecord.empty(key("new")), "a"));
        same(snapshot.load(KEY), before);
        same(snapshot.head(KEY), before.checkpoint());
        same(snapshot.heads(), List.of(before.checkpoint()));
        same(snapshot.load(key("new")).revision(), 0L);
        try (Stream<Entry> tail = snapshot.read(KEY, 1)) {
            same(tail.toList(), before.entries().subList(1, 2));
        }
        try (Stream<Entry> beyond = snapshot.read(KEY, 2)) {
            same(beyond.toList(), List.of());
        }
        same(records.snapshot().load(KEY), after);
    }

    private static void moment(Store store, SnapshotStore records) {
        TeamKey[] keys = {key("second"), key("first")};
        whileWriting(
                () -> {
                    TeamRecord first = TeamRecord.empty(keys[1]);
                    TeamRecord second = TeamRecord.empty(keys[0]);
                    for (int i = 0; i < APPENDS; i++) {
                        first = records.append(with(first, "e" + i));
                        second = records.append(with(second, "e" + i));
                    }
                },
                () -> {
                    Snapshot snapshot = records.snapshot();
                    long first = snapshot.head(keys[1]).count();
                    long second = snapshot.head(keys[0]).count();
                    that(first - second == 0 || first - second == 1, "It saw " + first + " and " + second + ".");
                    same(snapshot.load(keys[0]).revision(), second);
                });
    }

    /** All three records grow together; whoever looks at one moment finds them equally long. */
    private static void wholly(Store store, SnapshotStore records) {
        if (!(records instanceof JointStore joint)) {
            return;
        }
        List<TeamKey> keys = List.of(key("a"), key("m"), key("z"));
        whileWriting(
                () -> {
                    for (int i = 0; i < APPENDS; i++) {
                        String id = "e" + i;
                        joint.appendAll(keys.stream()
                                .map(key -> with(records.load(key), id))
                                .toList());
                    }
                },
                () -> {
                    Snapshot snapshot = records.snapshot();
                    List<Long> counts = keys.stream()
                            .map(key -> snapshot.head(key).count())
                            .distinct()
                            .toList();
                    that(counts.size() == 1, "It saw a part of a joint append: " + counts);
                    for (TeamKey key : keys) {
                        same(snapshot.load(key).checkpoint(), snapshot.head(key));
                    }
                });
    }

    /** Looks again and again while another thread writes, and once after. */
    private static void whileWriting(Runnable writing, Runnable looking) {
        AtomicBoolean done = new AtomicBoolean();
        inThreads(2, number -> {
            if (number == 0) {
                try {
                    writing.run();
                } finally {
                    done.set(true);
                }
            } else {
                while (!done.get()) {
                    looking.run();
                }
                looking.run();
            }
        });
    }

    private static void tenants(Store store, SnapshotStore north) {
        SnapshotStore south = SnapshotStore.of(store.forTenant(SOUTH));
        TeamRecord ours = north.append(with(TeamRecord.empty(KEY), "a"));
        south.append(with(with(TeamRecord.empty(KEY), "x"), "y"));
        south.append(with(TeamRecord.empty(key("theirs")), "x"));
        same(north.snapshot().heads(), List.of(ours.checkpoint()));
        same(north.snapshot().load(KEY), ours);
    }
}
