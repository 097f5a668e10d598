package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.NOON;
import static org.iltlib.store.contract.Samples.NORTH;
import static org.iltlib.store.contract.Samples.PERSON;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.Verification;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.EntryTable;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;

/** Far more than the heap holds. Nothing is measured: with a small heap, a store that holds too much runs out of it. */
final class LargeChecks {
    private static final int BATCH = 1_000;
    private static final long MICRO = 1_000;

    private LargeChecks() {}

    static List<StoreCheck> all(int entries, long bytes) {
        return List.of(
                check(
                        "a record of " + entries + " entries is appended in batches and streamed back whole",
                        (hooks, store) -> record(hooks, store, entries)),
                check(
                        "a dataset of " + bytes + " bytes goes in and out in constant memory",
                        (hooks, store) -> dataset(store, bytes)));
    }

    private static StoreCheck check(String name, BiConsumer<StoreUnderTest, Store> body) {
        return new StoreCheck(Section.LARGE, name, hooks -> {
            try (Store store = hooks.openEmpty()) {
                body.accept(hooks, store);
            } catch (OutOfMemoryError e) {
                throw new AssertionError(
                        "The heap of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB did not do.", e);
            }
        });
    }

    private static void record(StoreUnderTest hooks, Store store, int count) {
        EntryTable table = store.forTenant(NORTH).table();
        Checkpoint stored = Checkpoint.start(KEY);
        while (stored.count() < count) {
            List<Entry> next = next(stored, (int) Math.min(BATCH, count - stored.count()));
            that(table.append(stored, next), "The record did not stand where the last append left it.");
            Entry last = next.get(next.size() - 1);
            stored = new Checkpoint(KEY, last.sequence(), last.digest());
        }
        that(!table.append(Checkpoint.start(KEY), next(Checkpoint.start(KEY), 1)), "It was begun anew.");
        store.close();
        try (Store again = hooks.reopen()) {
            EntryTable reopened = again.forTenant(NORTH).table();
            same(reopened.head(KEY), stored);
            try (Stream<Entry> entries = reopened.read(KEY, 0)) {
                Verification verification = Verification.of(stored, entries);
                that(verification.holds(), verification.toString());
                same(verification.checked(), (long) count);
            }
            long middle = count / 2;
            try (Stream<Entry> entries = reopened.read(KEY, middle)) {
                same(entries.findFirst().map(Entry::sequence), Optional.of(middle + 1));
            }
        }
    }

    /**
     * The next entries after that checkpoint, each citing the one before it, sealed as {@link Entry} documents: made
     * without a record, which would have to hold them all.
     */
    static List<Entry> next(Checkpoint after, int count) {
        List<Entry> entries = new ArrayList<>(count);
        Digest previous = after.head();
        for (long sequence = after.count() + 1; sequence <= after.count() + count; sequence++) {
            Entry entry = sealed(sequence, previous);
            entries.add(entry);
            previous = entry.digest();
        }
        return entries;
    }

    private static Entry sealed(long sequence, Digest previous) {
        Instant at = NOON.plusSeconds(sequence);
        String body = "{\"id\":\"e" + sequence + "\",\"words\":\"What was said in the meeting about reading, no. "
                + sequence + "\"}";
        String cited = sequence == 1 ? "" : "e" + (sequence - 1) + "\n";
        String header = "ilt-entry/1\n" + KEY.team() + "\n" + KEY.year() + "\n" + sequence + "\n"
                + (at.getEpochSecond() * 1_000_000 + at.getNano() / MICRO) + "\n" + PERSON + "\n"
                + Samples.Sample.KIND.name() + "\n1\ne" + sequence + "\n" + (sequence == 1 ? 0 : 1) + "\n" + cited
                + previous + "\n";
        return Entry.builder()
                .sequence(sequence)
                .id(EntryId.of("e" + sequence))
                .kind(Samples.Sample.KIND.name())
                .version(1)
                .cites(sequence == 1 ? List.of() : List.of(EntryId.of("e" + (sequence - 1))))
                .recordedAt(at)
                .recordedBy(PERSON)
                .text(body)
                .previous(previous)
                .digest(Digest.ofText(header + body))
                .build();
    }

    private static void dataset(Store store, long size) {
        DatasetStore datasets = DatasetStore.of(store.forTenant(NORTH));
        DatasetId expected = DatasetId.of(digest(new Bytes(size)));
        same(datasets.put(new Bytes(size)), expected);
        same(datasets.find(expected), Optional.of(new StoredDataset(expected, size, Optional.empty())));
        try (InputStream in = datasets.open(expected)) {
            same(digest(in), expected.hex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        that(datasets.purge(expected, NOON), "The purge found nothing.");
        refused(StoreException.class, () -> datasets.open(expected));
    }

    private static String digest(InputStream in) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one has not.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many bytes that hardly compress, the same each time. */
    static final class Bytes extends InputStream {
        private long left;
        private long state = 20260901;

        Bytes(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0 && length > 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                into[offset + i] = (byte) state;
            }
            left -= count;
            return count;
        }
    }
}
