package org.iltlib.examples.crash;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.Stores;

/**
 * The process that is killed. Two threads, each the only writer of two records, append batches of 1 to 20 entries, now
 * and then to both at once, and put datasets. Each prints a line before ({@code intent}) and after ({@code ack}), and
 * after a failure ({@code fail}) where its records stand ({@code seen}). Every line ends in a dot of its own, so that one
 * cut off is known.
 */
public final class Writer {
    /** The tenant that is written. */
    static final TenantId TENANT = TenantId.of("crash-district");

    static final int THREADS = 2;
    private static final int FAILED = 70;
    private static final int LONGEST_ABSENCE = 1_000;
    private static final int RECORDS = 2;
    private static final PersonId PERSON = PersonId.of("p-1");
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

    private final RecordStore records;
    private final PrintStream out;
    private final int thread;
    private final int year;
    private final Random random;
    private final List<TeamRecord> own = new ArrayList<>();

    private Writer(RecordStore records, PrintStream out, int thread, int year, long seed) {
        this.records = records;
        this.out = out;
        this.thread = thread;
        this.year = year;
        this.random = new Random(seed * THREADS + thread);
    }

    /**
     * Opens the store and writes until killed.
     *
     * @param args the address of the store, the school year to write in, the seed
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        });
        try (Store store = Stores.open(args[0])) {
            write(store, out, Integer.parseInt(args[1]), Long.parseLong(args[2]), Long.MAX_VALUE);
        }
    }

    /** Writes so many times in each thread. */
    static void write(Store store, PrintStream out, int year, long seed, long times) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Writer writer = new Writer(store.forTenant(TENANT), out, i, year, seed);
            threads.add(new Thread(() -> writer.run(times), "writer-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            try {
                each.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void say(String what, String words) {
        String line = what + " " + thread + (words.isEmpty() ? "" : " " + words) + " .\n";
        synchronized (out) {
            out.print(line);
            out.flush();
        }
    }

    private void run(long times) {
        look();
        for (long i = 0; i < times; i++) {
            try {
                int dice = random.nextInt(20);
                if (dice < 2 && records instanceof DatasetStore datasets) {
                    put(datasets);
                } else if (dice < 6 && records instanceof JointStore joint) {
                    appendBoth(joint);
                } else {
                    append(random.nextInt(RECORDS));
                }
            } catch (StoreException e) {
                say("fail", "");
                look();
            }
        }
    }

    /** Loads the own records, as often as it takes: the server may be down for a while. */
    private void look() {
        for (int attempt = 0; attempt < LONGEST_ABSENCE; attempt++) {
            try {
                own.clear();
                for (int i = 0; i < RECORDS; i++) {
                    own.add(records.load(key(i)));
                }
                say(
                        "seen",
                        own.stream()
                                .map(record -> Claim.words(record.checkpoint()))
                                .collect(Collectors.joining(" ")));
                return;
            } catch (StoreException e) {
                pause();
            }
        }
        throw new StoreException("The store has not come back for most of a minute.");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TeamKey key(int record) {
        return TeamKey.of(TeamId.of("team-" + thread + "-" + record), SchoolYear.startingIn(year));
    }

    private void append(int which) {
        TeamRecord longer = longer(own.get(which));
        say("intent", claim(List.of(longer)).words());
        own.set(which, records.append(longer));
        say("ack", "");
    }

    private void appendBoth(JointStore joint) {
        List<TeamRecord> longer = own.stream().map(this::longer).toList();
        say("intent", claim(longer).words());
        List<TeamRecord> saved = joint.appendAll(longer);
        own.clear();
        own.addAll(saved);
        say("ack", "");
    }

    private Claim claim(List<TeamRecord> longer) {
        return new Claim(
                thread,
                longer.stream()
                        .map(record -> new Claim.Move(record.savedCheckpoint(), record.checkpoint()))
                        .toList(),
                Optional.empty());
    }

    private void put(DatasetStore datasets) {
        int size = random.nextInt(4) == 0 ? random.nextInt(700_000) : random.nextInt(5_000);
        Claim.Bytes bytes = new Claim.Bytes(random.nextLong(), size);
        say("intent", new Claim(thread, List.of(), Optional.of(bytes)).words());
        datasets.put(new ByteArrayInputStream(bytes.content()));
        say("ack", "");
    }

    private TeamRecord longer(TeamRecord record) {
        int count = 1 + random.nextInt(20);
        Checkpoint last = record.checkpoint();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EntryId id = EntryId.of("m" + (last.count() + i + 1));
            List<EntryId> cites = last.count() + i == 0 ? List.of() : List.of(EntryId.of("m" + (last.count() + i)));
            marks.add(new Mark(id, words(), cites));
        }
        return record.with(START.plusMillis(last.count()), PERSON, marks);
    }

    /** Mostly short, now and then longer than a page of the database. */
    private String words() {
        int length = random.nextInt(50) == 0 ? random.nextInt(40_000) : random.nextInt(600);
        StringBuilder words = new StringBuilder(length);
        while (words.length() < length) {
            words.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36)).append(' ');
        }
        return words.toString();
    }
}
