package org.iltlib.store;

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
    void aChainThatDoesNotHoldIsNotStored() {
        String tampered = lines(Note.chain(3)).replace("words of n1", "other words");
        assertThatThrownBy(() -> RecordLines.read(new StringReader(tampered), store))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("place 2 (altered)");
        assertThat(store.keys()).isEmpty();
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
        Entry entry = Note.chain(1).entries().get(0).toBuilder().text("{").build();
        assertThatThrownBy(() -> lines(TeamRecord.of(Note.KEY, List.of(entry), 0)))
                .hasMessageContaining("Maybe verify the record");
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
