package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.FeedStore;
import org.iltlib.store.StaleRecordException;

/** Writers append while readers follow the feed. */
final class FeedRace {
    static final int WRITERS = 8;
    private static final int APPENDS = 10;
    private static final int READERS = 3;

    private final FeedStore feed;
    private final List<TeamKey> keys;
    private final ConcurrentLinkedQueue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private volatile boolean written;

    private FeedRace(FeedStore feed, List<TeamKey> keys) {
        this.feed = feed;
        this.keys = keys;
    }

    /** Each writer has one of the keys, or shares it. */
    static void run(FeedStore feed, List<TeamKey> keys) {
        new FeedRace(feed, keys).run();
    }

    private void run() {
        List<List<Change>> seen = IntStream.range(0, READERS)
                .<List<Change>>mapToObj(i -> new ArrayList<>())
                .toList();
        List<Thread> readers = IntStream.range(0, READERS)
                .mapToObj(reader -> thread(() -> follow(seen.get(reader), 1 + 6 * reader)))
                .toList();
        List<Thread> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> thread(() -> write(writer)))
                .toList();
        readers.forEach(Thread::start);
        writers.forEach(Thread::start);
        writers.forEach(Samples::join);
        written = true;
        readers.forEach(Samples::join);
        that(troubles.isEmpty(), "One failed: " + troubles.peek());
        seen.forEach(this::verify);
        seen.forEach(changes -> same(changes, seen.get(0)));
        same(feed.changes(0, Integer.MAX_VALUE), seen.get(0));
    }

    private Thread thread(Runnable work) {
        return new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException | AssertionError e) {
                troubles.add(e);
            }
        });
    }

    private void write(int writer) {
        TeamKey key = keys.get(writer % keys.size());
        for (int i = 0; i < APPENDS; i++) {
            appendUntilFirst(key, writer + "/" + i, 1 + (writer + i) % 3);
        }
    }

    /** Tries for a minute. Whoever comes second steps back for a moment, so that a slow disk starves nobody. */
    private void appendUntilFirst(TeamKey key, String id, int entries) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            try {
                TeamRecord record = feed.load(key);
                for (int i = 0; i < entries; i++) {
                    record = with(record, id + "/" + i);
                }
                feed.append(record);
                return;
            } catch (StaleRecordException e) {
                pause(1 + attempt % 5);
            }
        }
        throw new IllegalStateException("A writer was never first.");
    }

    /** Reads on until the writers are done and nothing is left. */
    private void follow(List<Change> seen, int limit) {
        long position = 0;
        while (true) {
            boolean last = written;
            List<Change> page = feed.changes(position, limit);
            for (Change change : page) {
                that(
                        change.position() == position + 1,
                        "After position " + position + " came position " + change.position() + ".");
                position++;
                seen.add(change);
            }
            if (page.isEmpty() && last) {
                return;
            }
            if (page.isEmpty()) {
                pause(1);
            }
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Every append is there, and those of one record stand one behind the other. */
    private void verify(List<Change> changes) {
        same(changes.size(), WRITERS * APPENDS);
        Map<TeamKey, Long> lengths = new HashMap<>();
        for (Change change : changes) {
            TeamKey key = change.to().key();
            same(change.first(), lengths.getOrDefault(key, 0L) + 1);
            lengths.put(key, change.to().count());
        }
        keys.forEach(key -> same(lengths.get(key), feed.load(key).revision()));
    }
}
