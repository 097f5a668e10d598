package org.iltlib.record;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.EntryId;

/**
 * Takes the digests of entries of one record, from the bytes that {@link Entry} documents. Not thread-safe: it keeps
 * its buffers from one entry to the next.
 */
final class Seal {
    private static final byte[] FORMAT = "ilt-entry/1\n".getBytes(StandardCharsets.US_ASCII);

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = -1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** Longer bodies are encoded piece by piece, so that a body of 20 MB takes no second 20 MB. */
    private static final int PIECE = 1 << 14;

    private final MessageDigest sha = Digest.sha256();
    private final byte[] sum = new byte[Digest.BYTES];
    private final int start;
    private byte[] bytes = new byte[1024];
    private int size;

    Seal(TeamKey key) {
        append(FORMAT);
        line(key.team().value());
        line(key.year().toString());
        start = size;
    }

    /** The digest of the entry, whatever digest it claims. */
    Digest of(Entry entry) {
        boolean text = sum(entry);
        if (!text) {
            throw new IllegalArgumentException(
                    "Entry \"" + entry.id() + "\" holds half of a surrogate pair. Maybe a text was cut in the middle.");
        }
        return Digest.ofSum(sum);
    }

    /** Whether entry and seal fit; a text that UTF-8 cannot express fits none. */
    boolean fits(Entry entry) {
        return sum(entry) && entry.digest().isSum(sum);
    }

    /** Computes the sum; false if the body holds half of a surrogate pair. Ids never do. */
    private boolean sum(Entry entry) {
        size = start;
        number(entry.sequence());
        number(micros(entry.recordedAt()));
        line(entry.recordedBy().value());
        line(entry.kind());
        number(entry.version());
        line(entry.id().value());
        List<EntryId> cites = entry.cites();
        int count = cites.size();
        number(count);
        for (int i = 0; i < count; i++) {
            line(cites.get(i).value());
        }
        room(2 * Digest.BYTES + 1);
        entry.previous().writeHex(bytes, size);
        size += 2 * Digest.BYTES;
        bytes[size++] = '\n';
        boolean text = body(entry.text());
        sha.update(bytes, 0, size);
        try {
            sha.digest(sum, 0, sum.length);
        } catch (DigestException e) {
            throw new IllegalStateException("A SHA-256 digest has 32 bytes, this one has not.", e);
        }
        return text;
    }

    private boolean body(String text) {
        int length = text.length();
        if (length <= PIECE) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            append(encoded);
            return isText(text, encoded);
        }
        boolean sound = true;
        sha.update(bytes, 0, size);
        size = 0;
        for (int from = 0; from < length; ) {
            int to = Math.min(length, from + PIECE);
            if (to < length && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            String piece = text.substring(from, to);
            byte[] encoded = piece.getBytes(StandardCharsets.UTF_8);
            sound &= isText(piece, encoded);
            sha.update(encoded);
            from = to;
        }
        return sound;
    }

    /**
     * Whether these bytes are the text in UTF-8. The encoder writes a question mark for half of a surrogate pair, so the
     * way back leads elsewhere then; both ways are vectorised where all is ASCII.
     */
    private static boolean isText(String text, byte[] encoded) {
        return new String(encoded, StandardCharsets.UTF_8).equals(text);
    }

    private void line(String id) {
        int length = id.length();
        room(length + 1);
        int to = size;
        for (int i = 0; i < length; i++) {
            char c = id.charAt(i);
            if (c >= 0x80) {
                append(id.getBytes(StandardCharsets.UTF_8));
                room(1);
                bytes[size++] = '\n';
                return;
            }
            bytes[to++] = (byte) c;
        }
        bytes[to] = '\n';
        size = to + 1;
    }

    private void number(long value) {
        room(21);
        if (value < 0) {
            bytes[size++] = '-';
        }
        // Negative numbers reach one further than positive ones.
        long rest = value < 0 ? value : -value;
        int digits = 1;
        while (digits < POWERS.length && rest <= POWERS[digits]) {
            digits++;
        }
        int at = size + digits;
        size = at;
        while (rest <= -100) {
            long hundredth = rest / 100;
            int pair = (int) (hundredth * 100 - rest);
            bytes[--at] = (byte) ('0' + pair % 10);
            bytes[--at] = (byte) ('0' + pair / 10);
            rest = hundredth;
        }
        int first = (int) -rest;
        bytes[--at] = (byte) ('0' + first % 10);
        if (first >= 10) {
            bytes[--at] = (byte) ('0' + first / 10);
        }
        bytes[size++] = '\n';
    }

    private void append(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    /** Microseconds since 1970, UTC; throws ArithmeticException beyond about 292,000 years either way. */
    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }
}
