package org.iltlib.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Conflict;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.StoreException;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class RecordLinesTest {
    private static final TeamKey NEXT =
            TeamKey.of(Note.KEY.team(), Note.KEY.year().next());
    private final RecordStore store = new MemoryStore().forTenant(TenantId.of("t"));

    private static String lines(TeamRecord record) {
        StringWriter text = new StringWriter();
        RecordLines.write(record, text);
        return text.toString();
    }

    @Test
    void aTenantGoesOutAndInWithTheSameDigests() {
        store.append(Note.chain(3));
        TeamRecord next = TeamRecord.empty(NEXT).with(Note.START, Note.ANA, Note.of("a"));
        store.append(next);
        StringWriter out = new StringWriter();
        RecordLines.write(store, out);
        RecordStore other = new MemoryStore().forTenant(TenantId.of("u"));
        assertThat(RecordLines.read(new StringReader(out.toString()), other)).isEqualTo(2);
        assertThat(other.load(Note.KEY)).isEqualTo(Note.chain(3));
        assertThat(other.load(NEXT)).isEqualTo(next);
        StringWriter again = new StringWriter();
        RecordLines.write(other, again);
        assertThat(again).hasToString(out.toString());
    }

    @Test
    void aRecordThatIsThereInPartIsCompleted() {
        store.append(Note.chain(2));
        RecordLines.read(new StringReader(lines(Note.chain(4))), store);
        RecordLines.read(new StringReader("\n" + lines(Note.chain(3)) + "\n"), store);
        assertThat(store.load(Note.KEY)).isEqualTo(Note.chain(4));
    }

    @Test
    void anotherHistoryIsRefused() {
        store.append(TeamRecord.empty(Note.KEY).with(Note.START, Note.ANA, Note.of("x"), Note.of("y")));
        for (int length : List.of(1, 2, 3)) {
            assertThatThrownBy(() -> RecordLines.read(new StringReader(lines(Note.chain(length))), store))
                    .isInstanceOf(StaleRecordException.class);
        }
        assertThat(store.load(Note.KEY).find(EntryId.of("x"))).isPresent();
    }

    @Test
    void whatStandsBeforeAFaultIsStoredAndNothingAfterItAndReadingAgainCompletes() {
        String sound = lines(Note.chain(5));
        String tampered = "\n" + sound.replace("words of n3", "other words");
        assertThatThrownBy(() -> RecordLines.read(new StringReader(tampered), store))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Line 5: the record of ilt 2026-27 was stored up to there and not beyond. ")
                .hasMessageContaining("place 4 (altered): entry \"n3\"")
                .hasMessageNotContaining("words");
        assertThat(store.load(Note.KEY).entries())
                .isEqualTo(Note.chain(5).entries().subList(0, 3));
        assertThatThrownBy(() -> RecordLines.read(new StringReader(sound.substring(0, sound.length() - 9)), store))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Line 5");
        assertThat(store.load(Note.KEY)).isEqualTo(Note.chain(4));
        RecordLines.read(new StringReader(sound), store);
        assertThat(store.load(Note.KEY)).isEqualTo(Note.chain(5));
    }

    @Test
    void linesThatAreMissingDoubledOrMovedAreRefused() {
        List<String> sound = lines(Note.chain(4)).lines().toList();
        for (List<Integer> order : List.of(List.of(0, 2, 3), List.of(0, 1, 1), List.of(0, 2, 1), List.of(1, 2, 3))) {
            RecordStore fresh = new MemoryStore().forTenant(TenantId.of("t"));
            String text = String.join("\n", order.stream().map(sound::get).toList());
            assertThatThrownBy(() -> RecordLines.read(new StringReader(text), fresh))
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching("Line [1-3]: .*");
            List<Entry> stored = fresh.load(Note.KEY).entries();
            assertThat(stored).isEqualTo(Note.chain(4).entries().subList(0, stored.size()));
        }
    }

    @Test
    void aRecordMuchLongerThanABatchGoesInBatches() {
        TeamRecord record = Note.chain(2_500);
        store.append(Note.chain(1_100));
        assertThat(RecordLines.read(new StringReader(lines(record)), store)).isEqualTo(1);
        assertThat(store.load(Note.KEY)).isEqualTo(record);
        String tampered = lines(Note.chain(2_600)).replace("words of n2550\"", "other words\"");
        RecordStore fresh = new MemoryStore().forTenant(TenantId.of("t"));
        assertThatThrownBy(() -> RecordLines.read(new StringReader(tampered), fresh))
                .hasMessageContaining("Line 2551");
        assertThat(fresh.load(Note.KEY)).isEqualTo(Note.chain(2_550));
    }

    @Test
    void someoneWhoAppendsMeanwhileIsToldOf() {
        RecordStore target = new MemoryStore().forTenant(TenantId.of("t"));
        Reader interfering = new Reader() {
            private final Reader lines = new StringReader(lines(Note.chain(1_000)) + " ".repeat(40_000));
            private int reads;

            @Override
            public int read(char[] into, int offset, int length) throws IOException {
                if (reads++ == 3) {
                    target.append(TeamRecord.empty(Note.KEY).with(Note.START, Note.ANA, Note.of("first")));
                }
                return lines.read(into, offset, length);
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> RecordLines.read(interfering, target))
                .isInstanceOfSatisfying(StaleRecordException.class, stale -> {
                    assertThat(stale.conflicts()).hasSize(1);
                    Conflict conflict = stale.conflicts().get(0);
                    assertThat(conflict.expected().count()).isZero();
                    assertThat(conflict.actual().count()).isEqualTo(1);
                    assertThat(conflict.between()).hasSize(1);
                });
        assertThat(target.load(Note.KEY).revision()).isEqualTo(1);
    }

    @Test
    void lineEndsOfOtherSystemsAndAByteOrderMarkDoNoHarm() {
        String windows = "\uFEFF" + lines(Note.chain(3)).replace("\n", "\r\n") + "\r\n \t\r\n";
        assertThat(RecordLines.read(new StringReader(windows), store)).isEqualTo(1);
        assertThat(store.load(Note.KEY)).isEqualTo(Note.chain(3));
        assertThat(RecordLines.read(new StringReader(""), store)).isZero();
    }

    @Test
    void aBodyThatALineCannotHoldIsRefusedWhenWritten() {
        for (String body : List.of("{", "{\"a\": 1}", "[".repeat(500) + "]".repeat(500), "1,\"bx\":1")) {
            Entry entry = Note.chain(1).entries().get(0).toBuilder().text(body).build();
            assertThatThrownBy(() -> lines(TeamRecord.of(Note.KEY, List.of(entry), 0)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot hold a stored body of ilt 2026-27")
                    .hasMessageContaining("Maybe verify the record");
        }
        Entry deep = Note.chain(1).entries().get(0).toBuilder()
                .text("[".repeat(499) + "]".repeat(499))
                .build();
        String line = lines(TeamRecord.of(Note.KEY, List.of(deep), 0));
        assertThat(RecordLines.read(new StringReader(line))
                        .findFirst()
                        .orElseThrow()
                        .entries())
                .containsExactly(deep);
    }

    @Test
    void aWrongLineIsNamedByNumberAndPlaceButNotByContent() {
        String wrong = lines(Note.chain(3)).replace("\"sequence\":2", "\"sequence\":\"secret\"");
        assertThatThrownBy(() -> RecordLines.read(new StringReader(wrong)).toList())
                .isInstanceOf(StoreException.class)
                .hasMessage("Line 2 at \"/sequence\": expected a number, found a text.");
        assertThatThrownBy(() -> RecordLines.read(new StringReader("{}")).toList())
                .hasMessage("Line 1 at \"/team\": the property is missing.");
    }

    @Test
    void aReaderOrWriterThatFailsIsAStoreException() {
        Reader torn = new Reader() {
            @Override
            public int read(char[] into, int offset, int length) throws IOException {
                throw new IOException("torn");
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> RecordLines.read(torn).toList()).isInstanceOf(StoreException.class);
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> RecordLines.write(Note.chain(1), full)).isInstanceOf(StoreException.class);
    }

    @Property(tries = 300)
    void aDamagedFileIsReadOrRefusedWithTheNumberOfALine(
            @ForAll @IntRange(max = 2_000) int at, @ForAll @CharRange(from = ' ', to = '~') char with) {
        StringBuilder text = new StringBuilder(lines(Note.chain(4)));
        text.setCharAt(at % text.length(), with);
        try {
            RecordLines.read(new StringReader(text.toString())).forEach(TeamRecord::verify);
        } catch (StoreException e) {
            assertThat(e).hasMessageMatching("(?s)Line [1-4].*");
        }
    }
}
