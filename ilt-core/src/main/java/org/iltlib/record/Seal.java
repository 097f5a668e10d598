package org.iltlib.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.iltlib.base.EntryId;

/** The bytes of an entry that its digest is taken of, as {@link Entry} documents them. */
final class Seal {
    private static final String FORMAT = "ilt-entry/1";

    private Seal() {}

    static Digest of(TeamKey key, Entry entry) {
        StringBuilder header = new StringBuilder(400).append(FORMAT).append('\n');
        header.append(key.team()).append('\n');
        header.append(key.year()).append('\n');
        header.append(entry.sequence()).append('\n');
        header.append(micros(entry.recordedAt())).append('\n');
        header.append(entry.recordedBy()).append('\n');
        header.append(entry.kind()).append('\n');
        header.append(entry.version()).append('\n');
        header.append(entry.id()).append('\n');
        header.append(entry.cites().size()).append('\n');
        for (EntryId cited : entry.cites()) {
            header.append(cited).append('\n');
        }
        header.append(entry.previous()).append('\n');
        MessageDigest sha = Digest.sha256();
        sha.update(header.toString().getBytes(StandardCharsets.UTF_8));
        return Digest.of(HexFormat.of().formatHex(sha.digest(entry.text().getBytes(StandardCharsets.UTF_8))));
    }

    /** Whether entry and seal fit; a text that UTF-8 cannot express fits none. */
    static boolean fits(TeamKey key, Entry entry) {
        return isText(entry.text()) && of(key, entry).equals(entry.digest());
    }

    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Microseconds since 1970, UTC; throws ArithmeticException beyond about 292,000 years either way. */
    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }
}
