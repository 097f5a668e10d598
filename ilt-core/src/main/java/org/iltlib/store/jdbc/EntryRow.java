package org.iltlib.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a row. Times are microseconds since 1970; cited ids are lines, for no id holds a line break. Of the cited
 * ids and of the body the row holds the beginning only, so that many rows fit in memory whatever is in them; the column
 * {@code more} holds the rest of both.
 */
final class EntryRow {
    static final String COLUMNS =
            "sequence, id, kind, version, cites, recorded_at, recorded_by, previous, digest, body,"
                    + " more_cites, more_body";
    static final String ALL_COLUMNS = COLUMNS + ", more";

    /** How many characters of the cited ids, and of the body, stand in their own columns; as the scripts have it. */
    private static final int INLINE = 4_000;

    private long sequence;
    private String id = "";
    private String kind = "";
    private long version;
    private String cites = "";
    private long recordedAt;
    private String recordedBy = "";
    private String previous = "";
    private String digest = "";
    private String body = "";
    private long moreCites;
    private long moreBody;
    private boolean complete;
    private @Nullable Entry entry;

    private EntryRow() {}

    /** Binds {@link #ALL_COLUMNS}; returns how many characters that were. */
    static int bind(PreparedStatement insert, int from, Entry entry) throws SQLException {
        String cites = lines(entry.cites());
        String text = entry.text();
        int inCites = inline(cites);
        int inText = inline(text);
        boolean whole = inCites == cites.length() && inText == text.length();
        insert.setLong(from, entry.sequence());
        insert.setString(from + 1, entry.id().value());
        insert.setString(from + 2, entry.kind());
        insert.setInt(from + 3, entry.version());
        insert.setString(from + 4, cites.substring(0, inCites));
        insert.setLong(from + 5, micros(entry.recordedAt()));
        insert.setString(from + 6, entry.recordedBy().value());
        insert.setString(from + 7, entry.previous().hex());
        insert.setString(from + 8, entry.digest().hex());
        insert.setString(from + 9, text.substring(0, inText));
        insert.setInt(from + 10, cites.length() - inCites);
        insert.setInt(from + 11, text.length() - inText);
        insert.setString(from + 12, whole ? null : cites.substring(inCites) + text.substring(inText));
        return cites.length() + text.length();
    }

    /** The row at the cursor. */
    static EntryRow of(ResultSet row) throws SQLException {
        EntryRow read = new EntryRow();
        read.sequence = row.getLong(1);
        read.id = row.getString(2);
        read.kind = row.getString(3);
        read.version = row.getLong(4);
        read.cites = row.getString(5);
        read.recordedAt = row.getLong(6);
        read.recordedBy = row.getString(7);
        read.previous = row.getString(8);
        read.digest = row.getString(9);
        read.body = row.getString(10);
        read.moreCites = row.getLong(11);
        read.moreBody = row.getLong(12);
        return read;
    }

    long sequence() {
        return sequence;
    }

    /** Whether nothing is missing that the row speaks of. */
    boolean isComplete() {
        return complete || (moreCites == 0 && moreBody == 0);
    }

    /** How many characters the column {@code more} has; 0 if it is null. */
    long more() {
        return moreCites + moreBody;
    }

    /**
     * Adds what the column {@code more} has.
     *
     * @throws IllegalArgumentException if it has not as much as the row says
     */
    void add(String more) {
        Checks.require(
                moreCites >= 0 && moreBody >= 0 && more() == more.length(),
                "more has %s characters. Expected %s.",
                more.length(),
                more());
        complete = true;
        cites += more.substring(0, (int) moreCites);
        body += more.substring((int) moreCites);
    }

    /**
     * The entry.
     *
     * @param before the row before, whose values are shared where they are the same; or null
     * @throws IllegalArgumentException if the row holds what no entry can
     */
    Entry entry(@Nullable EntryRow before) {
        Entry last = before == null ? null : before.entry;
        Entry built = Entry.builder()
                .sequence(sequence)
                .id(EntryId.of(id))
                .kind(last != null && kind.equals(last.kind()) ? last.kind() : kind)
                .version(version())
                .cites(ids(cites))
                .recordedAt(instant(recordedAt))
                .recordedBy(
                        last != null && recordedBy.equals(last.recordedBy().value())
                                ? last.recordedBy()
                                : PersonId.of(recordedBy))
                .previous(
                        before != null && last != null && previous.equals(before.digest)
                                ? last.digest()
                                : Digest.of(previous))
                .digest(Digest.of(digest))
                .text(body)
                .build();
        entry = built;
        return built;
    }

    /** SQLite keeps longer numbers than its columns are meant for, and {@code getInt} would cut them. */
    private int version() {
        Checks.require(version == (int) version, "version is %s. Expected a number of 32 bits.", version);
        return (int) version;
    }

    private static String lines(List<EntryId> ids) {
        return switch (ids.size()) {
            case 0 -> "";
            case 1 -> ids.get(0).value();
            default -> ids.stream().map(EntryId::value).collect(Collectors.joining("\n"));
        };
    }

    private static List<EntryId> ids(String lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        int end = lines.indexOf('\n');
        if (end < 0) {
            return List.of(EntryId.of(lines));
        }
        List<EntryId> ids = new ArrayList<>();
        int start = 0;
        for (; end >= 0; end = lines.indexOf('\n', start)) {
            ids.add(EntryId.of(lines.substring(start, end)));
            start = end + 1;
        }
        ids.add(EntryId.of(lines.substring(start)));
        return ids;
    }

    /** Where to cut, never inside of a surrogate pair. */
    private static int inline(String text) {
        if (text.length() <= INLINE) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(INLINE - 1)) ? INLINE - 1 : INLINE;
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
