package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.KEY;
import static org.iltlib.store.contract.Samples.NOON;
import static org.iltlib.store.contract.Samples.PERSON;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.sample;
import static org.iltlib.store.contract.Samples.that;
import static org.iltlib.store.contract.Samples.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.contract.Samples.Sample;

/** Append, read back, order, conflicts, texts and times. */
final class RecordChecks {
    private static final int WRITERS = 8;
    private static final int APPENDS = 25;

    private RecordChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                check("an unknown record is empty", RecordChecks::unknown),
                check("what was appended is read back, every entry the same", RecordChecks::readBack),
                check("entries come back in the order of recording", RecordChecks::order),
                check("citations come back in their order", RecordChecks::citations),
                check("an append gives the record with every entry saved", RecordChecks::saved),
                check("an append without unsaved entries changes nothing", RecordChecks::nothing),
                check("a stale append is refused and changes nothing", RecordChecks::stale),
                check("a stale first append is refused and changes nothing", RecordChecks::staleFirst),
                check("a conflict names where the record stands and all that came between", RecordChecks::between),
                check("a record of another history is refused although it is as long", RecordChecks::otherHistory),
                check("records of other teams and years are apart", RecordChecks::apart),
                check("keys come each once and in order", RecordChecks::keys),
                check("eight writers at once lose nothing, double nothing and leave no gap", RecordChecks::writers),
                check("any text comes back as it was", RecordChecks::texts),
                check("a text of a million characters and more comes back as it was", RecordChecks::longText),
                check("a text of twenty million characters comes back as it was", RecordChecks::hugeText),
                check("a thousand citations come back in their order", RecordChecks::manyCitations),
                check("texts and citations around every length come back as they were", RecordChecks::lengths),
                check("times come back to the microsecond, far past and far future too", RecordChecks::times),
                check("ids with quotes, percent signs and other scripts are exact", RecordChecks::ids),
                check("ids that differ in case only are different", RecordChecks::upperAndLowerCase),
                check("an append of a thousand entries is read back and holds", RecordChecks::thousand));
    }

    private static StoreCheck check(String name, Consumer<RecordStore> body) {
        return Samples.check(Section.RECORDS, name, (store, records) -> body.accept(records));
    }

    private static void unknown(RecordStore records) {
        same(records.load(KEY), TeamRecord.empty(KEY));
        same(records.keys().toList(), List.of());
    }

    private static void readBack(RecordStore records) {
        TeamRecord record = with(with(TeamRecord.empty(KEY), "a"), "b");
        records.append(record);
        TeamRecord read = records.load(KEY);
        same(read.entries(), record.entries());
        same(read.unsaved(), List.of());
        that(read.verify().holds(), read.verify().toString());
        same(read.get(Sample.KIND, EntryId.of("a")), sample("a", "words of a"));
    }

    private static void order(RecordStore records) {
        TeamRecord record = TeamRecord.empty(KEY);
        List<String> ids = List.of("z", "a", "m", "10", "9");
        for (String id : ids) {
            record = records.append(with(record, id));
        }
        same(records.load(KEY).entries().stream().map(e -> e.id().value()).toList(), ids);
        same(records.load(KEY).entries().stream().map(Entry::sequence).toList(), List.of(1L, 2L, 3L, 4L, 5L));
    }

    private static void citations(RecordStore records) {
        TeamRecord record = with(with(TeamRecord.empty(KEY), "a"), "b");
        List<EntryId> cites = List.of(EntryId.of("b"), EntryId.of("a"));
        records.append(record.with(NOON, PERSON, new Sample(EntryId.of("c"), "", cites)));
        same(records.load(KEY).get(EntryId.of("c")).cites(), cites);
    }

    private static void saved(RecordStore records) {
        TeamRecord record = records.append(with(TeamRecord.empty(KEY), "a"));
        same(record.unsaved(), List.of());
        same(record.revision(), 1L);
        same(records.append(with(record, "b")).revision(), 2L);
        same(records.load(KEY).revision(), 2L);
    }

    private static void nothing(RecordStore records) {
        TeamRecord record = records.append(with(TeamRecord.empty(KEY), "a"));
        same(records.append(record), record);
        same(records.load(KEY), record);
        same(
                records.append(TeamRecord.empty(
                                TeamKey.of(KEY.team(), KEY.year().next())))
                        .revision(),
                0L);
        same(records.keys().toList(), List.of(KEY));
    }

    private static void stale(RecordStore records) {
        TeamRecord first = records.append(with(TeamRecord.empty(KEY), "a"));
        TeamRecord second = records.append(with(first, "b"));
        refused(StaleRecordException.class, () -> records.append(with(with(first, "late"), "later")));
        same(records.load(KEY), second);
    }

    private static void staleFirst(RecordStore records) {
        TeamRecord first = records.append(with(TeamRecord.empty(KEY), "a"));
        refused(StaleRecordException.class, () -> records.append(with(TeamRecord.empty(KEY), "late")));
        same(records.load(KEY), first);
        same(records.append(with(first, "b")).revision(), 2L);
    }

    private static void between(RecordStore records) {
        TeamRecord first = records.append(with(TeamRecord.empty(KEY), "a"));
        TeamRecord other = records.append(with(with(first, "b"), "c"));
        StaleRecordException refusal = refused(StaleRecordException.class, () -> records.append(with(first, "late")));
        same(refusal.key(), KEY);
        same(refusal.expected(), first.checkpoint());
        same(refusal.actual(), other.checkpoint());
        same(refusal.between(), other.entries().subList(1, 3));
    }

    private static void otherHistory(RecordStore records) {
        TeamRecord kept = records.append(with(TeamRecord.empty(KEY), "a"));
        TeamRecord foreign = with(TeamRecord.empty(KEY), "x").asSaved();
        refused(StaleRecordException.class, () -> records.append(with(foreign, "y")));
        same(records.load(KEY), kept);
    }

    private static void apart(RecordStore records) {
        TeamKey nextYear = TeamKey.of(KEY.team(), KEY.year().next());
        TeamKey otherTeam = TeamKey.of(TeamId.of("team2"), KEY.year());
        for (TeamKey key : List.of(KEY, nextYear, otherTeam)) {
            records.append(with(TeamRecord.empty(key), "a"));
        }
        records.append(with(records.load(nextYear), "b"));
        same(records.load(KEY).revision(), 1L);
        same(records.load(nextYear).revision(), 2L);
        same(records.load(otherTeam).revision(), 1L);
    }

    private static void keys(RecordStore records) {
        List<TeamKey> keys = new ArrayList<>();
        for (String team : List.of("B", "a", "ä", "b")) {
            keys.add(TeamKey.of(TeamId.of(team), SchoolYear.startingIn(2026)));
            keys.add(TeamKey.of(TeamId.of(team), SchoolYear.startingIn(2025)));
        }
        for (TeamKey key : keys) {
            records.append(with(records.append(with(TeamRecord.empty(key), "a")), "b"));
        }
        same(records.keys().toList(), keys.stream().sorted().toList());
    }

    private static void writers(RecordStore records) {
        ConcurrentLinkedQueue<Throwable> troubles = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Thread(() -> {
                    try {
                        IntStream.range(0, APPENDS).forEach(i -> appendUntilFirst(records, writer + "/" + i));
                    } catch (RuntimeException e) {
                        troubles.add(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Samples::join);
        that(troubles.isEmpty(), "A writer failed: " + troubles.peek());
        TeamRecord record = records.load(KEY);
        same(record.revision(), (long) WRITERS * APPENDS);
        same(record.entries().stream().map(Entry::id).distinct().count(), (long) WRITERS * APPENDS);
        that(record.verify().holds(), record.verify().toString());
    }

    /** Tries for a minute. Whoever comes second steps back for a moment, so that a slow disk starves nobody. */
    private static void appendUntilFirst(RecordStore records, String id) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            try {
                records.append(with(records.load(KEY), id));
                return;
            } catch (StaleRecordException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + attempt % 5));
            }
        }
        throw new IllegalStateException("A writer was never first.");
    }

    private static void texts(RecordStore records) {
        List<String> texts = List.of(
                "",
                " ",
                "\u0000\u0001\t\r\n",
                "it's \"quoted\" \\ back",
                "; DROP TABLE x; --",
                "%_?:$1{}",
                "😀👩‍🏫",
                "שלום مرحبا",
                "中文",
                "𝔘𝔫𝔦",
                "e\u0301 é",
                "null",
                "\uFEFF\u2028");
        TeamRecord record = TeamRecord.empty(KEY);
        for (int i = 0; i < texts.size(); i++) {
            record = record.with(NOON, PERSON, sample("t" + i, texts.get(i)));
        }
        records.append(record);
        same(records.load(KEY), record);
        same(records.load(KEY).list(Sample.KIND).stream().map(Sample::words).toList(), texts);
    }

    private static void longText(RecordStore records) {
        String words = "x".repeat(999_980) + "😀".repeat(100_000);
        TeamRecord record = TeamRecord.empty(KEY)
                .with(NOON, PERSON, sample("long", words), sample("odd", "y" + words), sample("odder", "yy" + words));
        records.append(record);
        same(records.load(KEY), record);
    }

    private static void hugeText(RecordStore records) {
        TeamRecord record = with(TeamRecord.empty(KEY), "before")
                .with(NOON, PERSON, sample("huge", "0123456789abcdefghi\u00e9".repeat(1_000_000)));
        record = with(record, "after");
        records.append(record);
        same(records.load(KEY), record);
    }

    private static void manyCitations(RecordStore records) {
        TeamRecord record = TeamRecord.empty(KEY);
        List<EntryId> cites = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            EntryId id = EntryId.of("\ud83d\ude00".repeat(90) + i);
            record = with(record, id.value());
            cites.add(0, id);
        }
        record = record.with(NOON, PERSON, new Sample(EntryId.of("all"), "x".repeat(10_000), cites));
        record = with(record, "last");
        records.append(record);
        same(records.load(KEY), record);
        same(records.load(KEY).get(EntryId.of("all")).cites(), cites);
    }

    /** Short and long mixed, so that whatever a store cuts into pieces or pages is cut at awkward places. */
    private static void lengths(RecordStore records) {
        TeamRecord record = TeamRecord.empty(KEY);
        List<EntryId> cites = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            EntryId id = EntryId.of("e" + i);
            int length = i % 13 == 0 ? 100_000 + i : i % 5 == 0 ? 3_800 + i : i;
            record = record.with(
                    NOON,
                    PERSON,
                    new Sample(id, "\ud83d\ude00".repeat(length / 2) + "x".repeat(length % 2), List.copyOf(cites)));
            if (i % 3 == 0) {
                cites.add(id);
            }
        }
        records.append(record);
        same(records.load(KEY), record);
        for (long after : new long[] {0, 1, 99, 100, 101, 299, 300, 301, Long.MAX_VALUE}) {
            try (Stream<Entry> tail = records.table().read(KEY, after)) {
                same(tail.toList(), record.entries().subList((int) Math.min(after, 300), 300));
            }
        }
    }

    private static void times(RecordStore records) {
        TeamRecord record = TeamRecord.empty(KEY);
        List<String> times = List.of(
                "-9999-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1582-10-10T00:00:00.000001Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-03-08T07:30:00Z",
                "2026-11-01T06:30:00.123456Z",
                "9999-12-31T23:59:59.999999Z",
                "+200000-01-01T00:00:00Z");
        for (int i = 0; i < times.size(); i++) {
            record = record.with(Instant.parse(times.get(i)), PERSON, sample("t" + i, ""));
        }
        records.append(record);
        same(
                records.load(KEY).entries().stream().map(Entry::recordedAt).toList(),
                times.stream().map(Instant::parse).toList());
    }

    private static void ids(RecordStore records) {
        TeamRecord record = TeamRecord.empty(KEY);
        for (String id :
                List.of("o'neill", "\"q\"", "50 %", "a_b", "a\\b", "日本", "😀", "é", "e\u0301", "x".repeat(200))) {
            record = with(record, id);
        }
        records.append(record);
        same(records.load(KEY), record);
    }

    private static void upperAndLowerCase(RecordStore records) {
        TeamRecord record = with(with(TeamRecord.empty(KEY), "need/a"), "need/A");
        records.append(record);
        TeamKey upper = TeamKey.of(TeamId.of("TEAM"), KEY.year());
        same(records.load(upper).revision(), 0L);
        records.append(with(TeamRecord.empty(upper), "need/a"));
        same(records.load(KEY), record);
    }

    private static void thousand(RecordStore records) {
        TeamRecord record = TeamRecord.empty(KEY);
        for (int i = 0; i < 2_100; i++) {
            record = with(record, "e" + i);
        }
        records.append(record);
        same(records.load(KEY), record);
    }
}
