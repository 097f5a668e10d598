package org.iltlib.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;

/** An entry as a row. Times are microseconds since 1970; cited ids are lines, for no id holds a line break. */
final class EntryRow {
    static final String COLUMNS =
            "sequence, id, kind, version, cites, recorded_at, recorded_by, previous, digest, body, body_rest";

    private EntryRow() {}

    static void bind(PreparedStatement insert, int from, Entry entry, Dialect dialect) throws SQLException {
        String text = entry.text();
        int split = split(text, dialect.inlineBody());
        insert.setLong(from, entry.sequence());
        insert.setString(from + 1, entry.id().value());
        insert.setString(from + 2, entry.kind());
        insert.setInt(from + 3, entry.version());
        insert.setString(from + 4, entry.cites().stream().map(EntryId::value).collect(Collectors.joining("\n")));
        insert.setLong(from + 5, micros(entry.recordedAt()));
        insert.setString(from + 6, entry.recordedBy().value());
        insert.setString(from + 7, entry.previous().hex());
        insert.setString(from + 8, entry.digest().hex());
        insert.setString(from + 9, text.substring(0, split));
        insert.setString(from + 10, split == text.length() ? null : text.substring(split));
    }

    static Entry read(ResultSet row) throws SQLException {
        String rest = row.getString(11);
        return Entry.builder()
                .sequence(row.getLong(1))
                .id(EntryId.of(row.getString(2)))
                .kind(row.getString(3))
                .version(version(row.getLong(4)))
                .cites(cites(row.getString(5)))
                .recordedAt(instant(row.getLong(6)))
                .recordedBy(PersonId.of(row.getString(7)))
                .previous(Digest.of(row.getString(8)))
                .digest(Digest.of(row.getString(9)))
                .text(rest == null ? row.getString(10) : row.getString(10) + rest)
                .build();
    }

    /** SQLite keeps longer numbers than its columns are meant for, and {@code getInt} would cut them. */
    private static int version(long stored) {
        Checks.require(stored == (int) stored, "version is %s. Expected a number of 32 bits.", stored);
        return (int) stored;
    }

    private static List<EntryId> cites(String lines) {
        return lines.isEmpty()
                ? List.of()
                : Arrays.stream(lines.split("\n", -1)).map(EntryId::of).toList();
    }

    /** Where to cut, never inside of a surrogate pair. */
    private static int split(String text, int longest) {
        if (text.length() <= longest) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
