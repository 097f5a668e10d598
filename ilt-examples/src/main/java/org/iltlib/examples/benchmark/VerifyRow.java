package org.iltlib.examples.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.record.Verification;

/** A chain verified, beside one thread that takes the SHA-256 of the same bytes, which lie ready for it. */
final class VerifyRow {
    private static final int PART = 50_000;

    private VerifyRow() {}

    /** Takes the chain to pieces of the same bytes; those of the first 50,000 entries stand for all. */
    static Row measure(TeamRecord chain, Sizes sizes) throws Exception {
        List<byte[]> part = new ArrayList<>();
        for (Entry entry : chain.entries().subList(0, (int) Math.min(PART, chain.revision()))) {
            part.add(bytes(chain.key(), entry));
        }
        long bytes = part.stream().mapToLong(one -> one.length).sum();
        Duel duel = Duel.measure(
                sizes.warmUps(),
                Math.min(3, sizes.pairs()),
                () -> () -> verify(chain, bytes),
                () -> () -> hash(part, chain.revision(), bytes));
        return Row.of(
                        String.format(Locale.ROOT, "a chain of %,d entries verified", chain.revision()),
                        0.8,
                        duel,
                        "SHA-256, one thread,")
                .with(String.format(
                        Locale.ROOT,
                        "%,d bytes an entry; %d processors",
                        bytes / part.size(),
                        Runtime.getRuntime().availableProcessors()));
    }

    private static Done verify(TeamRecord chain, long bytes) {
        Verification verification = chain.verify();
        if (!verification.holds()) {
            throw new IllegalStateException(verification.toString());
        }
        return new Done(verification.checked(), bytes);
    }

    private static Done hash(List<byte[]> part, long entries, long bytes) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        long sum = 0;
        for (long i = 0; i < entries; i++) {
            sum += sha.digest(part.get((int) (i % part.size())))[0];
        }
        return new Done(sum == Long.MIN_VALUE ? 0 : entries, bytes);
    }

    /** The bytes of which the digest is taken, as {@link Entry} documents them. */
    static byte[] bytes(TeamKey key, Entry entry) throws Exception {
        List<Object> lines = new ArrayList<>(List.of(
                "ilt-entry/1",
                key.team(),
                key.year(),
                entry.sequence(),
                ChronoUnit.MICROS.between(Instant.EPOCH, entry.recordedAt()),
                entry.recordedBy(),
                entry.kind(),
                entry.version(),
                entry.id(),
                entry.cites().size()));
        lines.addAll(entry.cites());
        lines.add(entry.previous());
        lines.add(entry.text());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < lines.size(); i++) {
            all.writeBytes((i == 0 ? "" : "\n").getBytes(StandardCharsets.UTF_8));
            all.writeBytes(lines.get(i).toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        if (!HexFormat.of().formatHex(digest).equals(entry.digest().hex())) {
            throw new IllegalStateException("These are not the bytes of " + entry + ".");
        }
        return all.toByteArray();
    }
}
