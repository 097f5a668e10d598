package org.iltlib.record;

import java.io.PrintStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/**
 * Measures verifying against hashing; not a test. Arguments: number of entries (1,000,000), characters of a body (300).
 * Prints the best of seven rounds. In a heap of less than 256 MB it only verifies entries that are made as they stream
 * by, and prints how long that took, making them included.
 */
public final class VerifySpeed {
    private static final PrintStream OUT = System.out;

    private VerifySpeed() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int length = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        long start = System.nanoTime();
        if (Runtime.getRuntime().maxMemory() < 1 << 28) {
            Verification verification = Verification.of(Note.KEY, made(count, length));
            OUT.printf(Locale.ROOT, "%s %.0f ms%n", verification, (System.nanoTime() - start) / 1e6);
            return;
        }
        TeamRecord record = record(count, length);
        OUT.printf(Locale.ROOT, "recorded %,d entries in %.0f ms%n", count, (System.nanoTime() - start) / 1e6);
        List<Entry> entries = record.entries();
        byte[][] messages = new byte[8192][];
        long sample = 0;
        for (int i = 0; i < messages.length; i++) {
            messages[i] = PlainVerifier.bytes(Note.KEY, entries.get((int) ((long) i * count / messages.length)));
            sample += messages[i].length;
        }
        double total = (double) sample / messages.length * count;
        OUT.printf(Locale.ROOT, "%.0f bytes an entry, %.0f MB%n", total / count, total / 1e6);
        byte[] bulk = new byte[1 << 26];
        MessageDigest sha = Digest.sha256();
        double rate = best("SHA-256, one stream", total, Double.NaN, () -> {
            for (long left = (long) total; left > 0; left -= bulk.length) {
                sha.update(bulk, 0, (int) Math.min(left, bulk.length));
            }
            return sha.digest().length == Digest.BYTES;
        });
        best("SHA-256, entry by entry", total, rate, () -> {
            int sum = 0;
            for (int i = 0; i < count; i++) {
                sum += sha.digest(messages[i & 8191])[0];
            }
            return sum != Integer.MAX_VALUE;
        });
        Seal seal = new Seal(Note.KEY);
        best("seals, one thread", total, rate, () -> entries.stream().allMatch(seal::fits));
        best("verify, in memory", total, rate, () -> record.verify().holds());
        best(
                "verify, streamed",
                total,
                rate,
                () -> Verification.of(Note.KEY, entries.stream()).holds());
        best(
                "index",
                total,
                Double.NaN,
                () -> TeamRecord.of(Note.KEY, entries, 0).revision() == count);
    }

    private static double best(String what, double bytes, double against, BooleanSupplier work) {
        double best = Double.POSITIVE_INFINITY;
        double cpu = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 7; round++) {
            long before = cpuMillis();
            long start = System.nanoTime();
            if (!work.getAsBoolean()) {
                throw new IllegalStateException(what);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            cpu = Math.min(cpu, (double) (cpuMillis() - before));
        }
        OUT.printf(
                Locale.ROOT,
                "%-26s %6.0f ms (%5.0f ms of processor) %6.0f MB/s%s%n",
                what,
                best * 1e3,
                cpu,
                bytes / best / 1e6,
                Double.isNaN(against) ? "" : String.format(Locale.ROOT, "  ratio %.2f", bytes / best / against));
        return bytes / best;
    }

    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private static TeamRecord record(int count, int length) {
        TeamRecord record = TeamRecord.empty(Note.KEY);
        String words = "The team looked at the fractions unit again. "
                .repeat(length / 45 + 1)
                .substring(0, length);
        for (int from = 0; from < count; from += 1000) {
            List<Note> notes = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + 1000); i++) {
                EntryId id = EntryId.of("note/" + i);
                List<EntryId> cites = i == 0
                        ? List.of()
                        : List.of(EntryId.of("note/" + (i * 31L % i)), EntryId.of("note/" + (i - 1)));
                notes.add(new Note(id, words, cites.stream().distinct().toList()));
            }
            record = record.with(Note.START.plusSeconds(from), Note.ANA, notes);
        }
        return record;
    }

    private static Stream<Entry> made(int count, int length) {
        Seal seal = new Seal(Note.KEY);
        String text = CanonicalJson.write(new Node.Text("x".repeat(length)));
        Digest[] previous = {Digest.NONE};
        return IntStream.range(0, count).mapToObj(i -> {
            Entry.Builder entry = Entry.builder()
                    .sequence(i + 1L)
                    .id(EntryId.of("note/" + i))
                    .kind("note")
                    .version(1)
                    .cites(i == 0 ? List.of() : List.of(EntryId.of("note/" + i * 31L % i), EntryId.of("note/" + i / 2)))
                    .recordedAt(Note.START.plusSeconds(i))
                    .recordedBy(Note.ANA)
                    .text(text + " ".repeat(i % 3))
                    .previous(previous[0])
                    .digest(Digest.NONE);
            previous[0] = seal.of(entry.build());
            return entry.digest(previous[0]).build();
        });
    }
}
