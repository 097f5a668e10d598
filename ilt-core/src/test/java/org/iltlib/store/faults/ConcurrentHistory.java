package org.iltlib.store.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.Conflict;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Snapshot;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.StoreException;
import org.iltlib.store.faults.Operation.Append;
import org.iltlib.store.faults.Operation.Move;
import org.iltlib.store.faults.Operation.Outcome;
import org.iltlib.store.faults.Operation.Read;

/**
 * Eight writers and eight readers at work on the same records, each noting what it did and when. Records are left for new
 * ones before they grow long, so that loading them stays cheap.
 */
final class ConcurrentHistory {
    private static final int WRITERS = 8;
    private static final int READERS = 8;
    private static final int APPENDS_A_YEAR = 150;

    private final RecordStore records;
    private final int teams;
    private final long end;
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicReference<Throwable> surprise = new AtomicReference<>();
    private final List<Operation> history = Collections.synchronizedList(new ArrayList<>());
    private final List<Change> told = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    private ConcurrentHistory(RecordStore records, int teams, double seconds) {
        this.records = records;
        this.teams = teams;
        this.end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /** Lets the clients work on that many records at a time, for so many seconds. */
    static ConcurrentHistory of(RecordStore records, int teams, double seconds) throws InterruptedException {
        ConcurrentHistory history = new ConcurrentHistory(records, teams, seconds);
        history.run();
        return history;
    }

    private void run() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int client = i;
            threads.add(new Thread(() -> client(() -> write(client))));
        }
        for (int i = 0; i < READERS; i++) {
            Random random = new Random(100 + i);
            threads.add(new Thread(() -> client(() -> read(random))));
        }
        if (records instanceof FeedStore feed) {
            threads.add(new Thread(() -> client(() -> follow(feed))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (surprise.get() != null) {
            throw new AssertionError("A client met what no store may throw.", surprise.get());
        }
    }

    private void client(Runnable work) {
        try {
            while (System.nanoTime() < end && surprise.get() == null) {
                work.run();
            }
        } catch (Throwable e) {
            surprise.compareAndSet(null, e);
        }
    }

    private TeamKey key(int team) {
        int year = 2000 + tries.get() / (APPENDS_A_YEAR * teams);
        return TeamKey.of(TeamId.of("team-" + team), SchoolYear.startingIn(Math.min(year, 9_000)));
    }

    private void write(int client) {
        int number = tries.incrementAndGet();
        int first = new Random(number * 31L + client).nextInt(teams);
        List<TeamRecord> longer = new ArrayList<>();
        try {
            longer.add(longer(records.load(key(first)), client, number));
            if (records instanceof JointStore && teams > 1 && number % 4 == 0) {
                longer.add(longer(records.load(key((first + 1) % teams)), client, number));
            }
        } catch (StoreException e) {
            failures.incrementAndGet();
            return;
        }
        List<Move> moves = longer.stream()
                .map(record -> new Move(
                        record.savedCheckpoint(), record.unsaved().get(0).digest(), record.checkpoint()))
                .toList();
        long invoked = System.nanoTime();
        Outcome outcome = Outcome.ACKNOWLEDGED;
        List<Checkpoint> stood = List.of();
        try {
            if (longer.size() == 1) {
                records.append(longer.get(0));
            } else {
                JointStore.of(records).appendAll(longer);
            }
        } catch (StaleRecordException e) {
            outcome = Outcome.STALE;
            stood = e.conflicts().stream().map(Conflict::actual).toList();
        } catch (StoreException e) {
            outcome = Outcome.FAILED;
            failures.incrementAndGet();
        }
        history.add(new Append(invoked, System.nanoTime(), moves, outcome, stood));
    }

    private static TeamRecord longer(TeamRecord record, int client, int number) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i <= number % 5; i++) {
            notes.add(Note.of("n" + client + "." + number + "." + i));
        }
        return record.with(Note.START, Note.ANA, notes);
    }

    private void read(Random random) {
        long invoked = System.nanoTime();
        List<TeamRecord> seen = new ArrayList<>();
        try {
            if (records instanceof SnapshotStore store && random.nextInt(4) == 0) {
                Snapshot snapshot = store.snapshot();
                TeamKey key = key(0);
                for (int team = 0; team < teams; team++) {
                    seen.add(snapshot.load(TeamKey.of(TeamId.of("team-" + team), key.year())));
                }
            } else {
                seen.add(records.load(key(random.nextInt(teams))));
            }
        } catch (StoreException e) {
            failures.incrementAndGet();
            return;
        }
        history.add(new Read(
                invoked,
                System.nanoTime(),
                seen.stream().map(TeamRecord::checkpoint).toList(),
                seen.stream()
                        .map(record -> HistoryCheck.print(record, record.revision()))
                        .toList()));
    }

    private void follow(FeedStore feed) {
        try {
            told.addAll(feed.changes(told.size(), 50));
        } catch (StoreException e) {
            failures.incrementAndGet();
        }
    }

    /** Everything that cannot have happened, once the store is sound again. */
    List<String> faults() {
        Map<TeamKey, TeamRecord> finals = new HashMap<>();
        records.keys().forEach(key -> finals.put(key, records.load(key)));
        List<String> faults = new ArrayList<>(HistoryCheck.faults(List.copyOf(history), finals));
        if (records instanceof FeedStore feed) {
            faults.addAll(feedFaults(feed, finals));
        }
        return faults;
    }

    /** The feed as followed under writes is the feed as it stands, and tells every append once and in order. */
    private List<String> feedFaults(FeedStore feed, Map<TeamKey, TeamRecord> finals) {
        List<String> faults = new ArrayList<>();
        List<Change> all = feed.changes(0, Integer.MAX_VALUE);
        if (!all.subList(0, told.size()).equals(told)) {
            faults.add("The feed told something else while it was written.");
        }
        Map<TeamKey, Long> reached = new HashMap<>();
        long position = 0;
        for (Change change : all) {
            TeamKey key = change.to().key();
            if (change.position() != ++position
                    || change.first() != reached.getOrDefault(key, 0L) + 1
                    || !finals.get(key)
                            .entries()
                            .get((int) change.to().count() - 1)
                            .digest()
                            .equals(change.to().head())) {
                faults.add("The feed is not what happened at " + change);
                return faults;
            }
            reached.put(key, change.to().count());
        }
        finals.forEach((key, record) -> {
            if (reached.getOrDefault(key, 0L) != record.revision()) {
                faults.add("The feed has not told all of " + key);
            }
        });
        return faults;
    }

    /** How many appends were acknowledged. */
    long acknowledged() {
        return history.stream()
                .filter(operation -> operation instanceof Append append && append.outcome() == Outcome.ACKNOWLEDGED)
                .count();
    }

    /** How many calls failed with a {@link StoreException}. */
    long failures() {
        return failures.get();
    }

    /** Counts of what happened. */
    @Override
    public String toString() {
        return history.size() + " operations, " + acknowledged() + " appends acknowledged, " + failures + " failures";
    }
}
