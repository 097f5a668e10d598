package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.TeamId;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Conflict;
import org.iltlib.store.JointStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;

/** Appending to several records at once. */
final class JointChecks {
    private static final int WRITERS = 6;
    private static final int APPENDS = 8;
    private static final int ROUNDS = 20;

    private JointChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                check("a joint append stores every record, each entry saved", JointChecks::together),
                check("a joint append that is refused stores nothing of any record", JointChecks::nothing),
                check("a joint refusal lists every stale record in the order given", JointChecks::conflicts),
                check("a record to which nothing is added must stand where it was loaded", JointChecks::unmoved),
                check("a joint append of nothing stores nothing", JointChecks::empty),
                check("a record given twice is refused", JointChecks::twice),
                check("a joint append reaches no other tenant", JointChecks::tenants),
                check("joint writers that cross neither block one another nor lose anything", JointChecks::crossing),
                check("of two that each build on the other's record one is refused", JointChecks::skew),
                check("a closed store refuses a joint append", (store, records) -> {
                    TeamRecord record = with(TeamRecord.empty(key("a")), "x");
                    store.close();
                    refused(IllegalStateException.class, () -> records.appendAll(List.of(record)));
                }));
    }

    private static StoreCheck check(String name, BiConsumer<Store, JointStore> body) {
        return Samples.check(Section.JOINT, name, (store, records) -> body.accept(store, JointStore.of(records)));
    }

    static TeamKey key(String team) {
        return TeamKey.of(TeamId.of(team), KEY.year());
    }

    private static TeamRecord begun(JointStore records, String team) {
        return records.append(with(TeamRecord.empty(key(team)), team + "1"));
    }

    private static void together(Store store, JointStore records) {
        TeamRecord old = with(with(begun(records, "b"), "b2"), "b3");
        TeamRecord fresh = with(TeamRecord.empty(key("a")), "a1");
        TeamRecord other = with(TeamRecord.empty(KEY), "t1");
        List<TeamRecord> stored = records.appendAll(List.of(old, fresh, other));
        same(stored, List.of(old, fresh, other));
        for (TeamRecord record : stored) {
            same(record.unsaved(), List.of());
            same(records.load(record.key()), record);
        }
        same(records.append(with(stored.get(0), "b4")).revision(), 4L);
    }

    private static void nothing(Store store, JointStore records) {
        TeamRecord a = begun(records, "a");
        TeamRecord b = begun(records, "b");
        TeamRecord later = records.append(with(b, "b2"));
        TeamRecord fresh = with(TeamRecord.empty(key("c")), "c1");
        for (List<TeamRecord> given : List.of(
                List.of(with(a, "a2"), with(b, "late"), fresh), List.of(fresh, with(b, "late"), with(a, "a2")))) {
            refused(StaleRecordException.class, () -> records.appendAll(given));
            same(records.load(a.key()), a);
            same(records.load(b.key()), later);
            same(records.load(fresh.key()).revision(), 0L);
            same(records.keys().toList(), List.of(a.key(), b.key()));
        }
        same(records.appendAll(List.of(with(a, "a2"), with(later, "b3"), fresh)).size(), 3);
    }

    private static void conflicts(Store store, JointStore records) {
        List<TeamRecord> loaded =
                Stream.of("d", "a", "c", "b").map(team -> begun(records, team)).toList();
        List<TeamRecord> moved = List.of(
                records.append(with(with(loaded.get(0), "d2"), "d3")),
                records.append(with(loaded.get(2), "c2")),
                records.append(with(loaded.get(3), "b2")));
        List<TeamRecord> given = List.of(
                with(loaded.get(0), "late"), with(loaded.get(1), "late"), loaded.get(2), with(loaded.get(3), "late"));
        StaleRecordException refusal = refused(StaleRecordException.class, () -> records.appendAll(given));
        same(
                refusal.conflicts().stream().map(Conflict::actual).toList(),
                moved.stream().map(TeamRecord::checkpoint).toList());
        same(
                refusal.conflicts().stream().map(Conflict::expected).toList(),
                List.of(
                        loaded.get(0).checkpoint(),
                        loaded.get(2).checkpoint(),
                        loaded.get(3).checkpoint()));
        for (int i = 0; i < moved.size(); i++) {
            List<Entry> all = moved.get(i).entries();
            same(refusal.conflicts().get(i).between(), all.subList(1, all.size()));
        }
        same(refusal.key(), key("d"));
    }

    private static void unmoved(Store store, JointStore records) {
        TeamRecord ground = begun(records, "b");
        TeamRecord none = TeamRecord.empty(key("c"));
        TeamRecord first = with(TeamRecord.empty(key("a")), "a1");
        List<TeamRecord> stored = records.appendAll(List.of(ground, first, none));
        same(stored, List.of(ground, first, none));
        same(records.load(ground.key()), ground);
        same(records.keys().toList(), List.of(first.key(), ground.key()));
        same(records.appendAll(List.of(ground, none)), List.of(ground, none));

        TeamRecord moved = records.append(with(ground, "b2"));
        TeamRecord next = with(stored.get(1), "a2");
        StaleRecordException refusal =
                refused(StaleRecordException.class, () -> records.appendAll(List.of(next, ground)));
        same(refusal.conflicts().stream().map(Conflict::actual).toList(), List.of(moved.checkpoint()));
        refused(StaleRecordException.class, () -> records.appendAll(List.of(ground)));
        begun(records, "c");
        refused(StaleRecordException.class, () -> records.appendAll(List.of(none, next)));
        same(records.load(next.key()).revision(), 1L);
        same(records.appendAll(List.of(next, moved)).get(0).revision(), 2L);
    }

    private static void empty(Store store, JointStore records) {
        same(records.appendAll(List.of()), List.of());
        same(records.appendAll(List.of(TeamRecord.empty(KEY))), List.of(TeamRecord.empty(KEY)));
        same(records.keys().toList(), List.of());
        same(begun(records, "a").revision(), 1L);
    }

    private static void twice(Store store, JointStore records) {
        TeamRecord record = begun(records, "a");
        refused(
                IllegalArgumentException.class,
                () -> records.appendAll(List.of(with(record, "a2"), with(TeamRecord.empty(KEY), "t1"), record)));
        same(records.keys().toList(), List.of(record.key()));
        same(records.load(record.key()), record);
    }

    private static void tenants(Store store, JointStore north) {
        JointStore south = JointStore.of(store.forTenant(SOUTH));
        List<TeamRecord> ours = List.of(with(TeamRecord.empty(key("a")), "n"), with(TeamRecord.empty(key("b")), "n"));
        List<TeamRecord> stored = north.appendAll(ours);
        same(south.keys().toList(), List.of());
        List<TeamRecord> theirs =
                south.appendAll(List.of(with(TeamRecord.empty(key("a")), "secret"), TeamRecord.empty(key("b"))));
        same(north.load(key("a")), stored.get(0));
        same(south.load(key("a")), theirs.get(0));
        StaleRecordException refusal = refused(
                StaleRecordException.class,
                () -> south.appendAll(List.of(with(theirs.get(0), "more"), with(stored.get(1), "more"))));
        same(refusal.conflicts().size(), 1);
        same(refusal.actual().count(), 0L);
        same(south.load(key("a")).revision(), 1L);
    }

    private static void crossing(Store store, JointStore records) {
        List<TeamKey> keys = List.of(key("a"), key("b"), key("c"));
        inThreads(WRITERS, writer -> {
            for (int i = 0; i < APPENDS; i++) {
                List<TeamKey> mine = new ArrayList<>(keys);
                Collections.rotate(mine, writer + i);
                if (writer % 2 == 1) {
                    Collections.reverse(mine);
                }
                String id = writer + "/" + i;
                untilFirst(() -> records.appendAll(mine.subList(0, 2).stream()
                        .map(key -> with(records.load(key), id))
                        .toList()));
            }
        });
        long entries = 0;
        for (TeamKey key : keys) {
            TeamRecord record = records.load(key);
            that(record.verify().holds(), record.verify().toString());
            same(record.entries().stream().map(Entry::id).distinct().count(), record.revision());
            entries += record.revision();
        }
        same(entries, 2L * WRITERS * APPENDS);
    }

    private static void skew(Store store, JointStore records) {
        TeamRecord[] pair = {begun(records, "a"), begun(records, "b")};
        for (int round = 0; round < ROUNDS; round++) {
            List<TeamRecord> loaded = List.of(pair);
            String id = "r" + round;
            inThreads(2, own -> {
                List<TeamRecord> given = new ArrayList<>(loaded);
                given.set(own, with(loaded.get(own), id));
                try {
                    records.appendAll(given);
                } catch (StaleRecordException e) {
                    that(!e.conflicts().isEmpty(), "A refusal without a conflict.");
                }
            });
            for (int own = 0; own < 2; own++) {
                pair[own] = records.load(loaded.get(own).key());
            }
            long added = pair[0].revision()
                    + pair[1].revision()
                    - loaded.get(0).revision()
                    - loaded.get(1).revision();
            that(added <= 1, "Both were stored, each on a record that had moved on.");
        }
    }

    /** Who comes second loads and tries again, for a minute at most. */
    static void untilFirst(Runnable append) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            try {
                append.run();
                return;
            } catch (StaleRecordException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + attempt % 5));
            }
        }
        throw new IllegalStateException("A writer was never first.");
    }

    /** Runs the same in several threads, each with its number; a failure of any is one of the check. */
    static void inThreads(int count, IntConsumer body) {
        ConcurrentLinkedQueue<Throwable> troubles = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, count)
                .mapToObj(number -> new Thread(() -> {
                    try {
                        body.accept(number);
                    } catch (RuntimeException | AssertionError e) {
                        troubles.add(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Samples::join);
        that(troubles.isEmpty(), "A thread failed: " + troubles.peek());
    }
}
