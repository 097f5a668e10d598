package org.iltlib.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.TenantId;
import org.iltlib.form.Form;
import org.iltlib.form.Node;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.StoreException;
import org.iltlib.store.memory.MemoryStore;

class RecordLinesProperties {
    /** Something of a kind that only its author knows. */
    record Foreign(EntryId id, Node body) implements Recordable {
        static final Kind<Foreign> KIND = Kind.of(
                "acme.foreign",
                7,
                Foreign.class,
                new Form<>() {
                    @Override
                    public Node write(Foreign value) {
                        return value.body();
                    }

                    @Override
                    public Foreign read(Node node) {
                        throw new AssertionError("Nobody knows how.");
                    }
                },
                old -> old,
                old -> old,
                old -> old,
                old -> old,
                old -> old,
                old -> old);

        @Override
        public List<EntryId> basedOn() {
            return List.of();
        }

        @Override
        public Kind<Foreign> kind() {
            return KIND;
        }
    }

    @Provide
    Arbitrary<Node> bodies() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12).filter(RecordLinesProperties::isText);
        Arbitrary<Node> leaves = Arbitraries.oneOf(
                texts.map(Node.Text::new),
                Arbitraries.bigDecimals().ofScale(9).map(Node.Numeral::new),
                Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-400, 400))
                        .as((digits, exponent) -> new Node.Numeral(BigDecimal.valueOf(digits, exponent))),
                Arbitraries.of(true, false).map(Node.Flag::new),
                Arbitraries.just(new Node.Nothing()));
        Arbitrary<Node> lists = leaves.list().ofMaxSize(4).map(Node.Items::new);
        Arbitrary<Map<String, Node>> fields =
                Arbitraries.maps(texts, Arbitraries.oneOf(leaves, lists)).ofMaxSize(5);
        return Arbitraries.oneOf(leaves, lists, fields.map(Node.Fields::new));
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    @Property(tries = 300)
    void unknownKindsAndPropertiesGoThroughToTheLetter(@ForAll("bodies") Node body, @ForAll("bodies") Node other) {
        TeamRecord record = TeamRecord.empty(Note.KEY)
                .with(
                        Note.START,
                        Note.ANA,
                        new Foreign(EntryId.of("a"), body),
                        new Foreign(EntryId.of("b \"\uD83D\uDE00\u05D0"), other));
        StringWriter out = new StringWriter();
        RecordLines.write(record, out);
        RecordStore store = new MemoryStore().forTenant(TenantId.of("t"));
        RecordLines.read(new StringReader(out.toString()), store);
        assertThat(store.load(Note.KEY)).isEqualTo(record);
        StringWriter again = new StringWriter();
        RecordLines.write(store, again);
        assertThat(again).hasToString(out.toString());
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<String> strange = Arbitraries.of(
                "\"sequence\":1e999999999",
                "1e-999999999",
                "9".repeat(1_001),
                "99999999999999999999",
                "-1",
                "0",
                "null",
                "[[[[",
                "[".repeat(2_000),
                "{\"a\":".repeat(600),
                "\"team\":\"x\",\"team\":\"y\"",
                "\"at\":\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"at\":\"2026-09-01T08:00:00.0000001Z\"",
                "\"version\":99999999999",
                "\"cites\":[\"n9\",\"n9\"]",
                "\"cites\":{}",
                "\"digest\":\"00\"",
                "\"year\":\"2026-29\"",
                "\"team\":\"" + "x".repeat(300) + "\"",
                "\"id\":\"\\n\"",
                "\n",
                "\r",
                "\uFEFF",
                "\uD800",
                "\u0000",
                "\\",
                "\"",
                "}");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2_000),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.oneOf(strange, any))
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    record Damage(int at, int length, String with) {
        String in(String text) {
            int from = at % text.length();
            int field = text.indexOf('"', from);
            boolean property = with.startsWith("\"") && with.length() > 1 && field > 0;
            int start = property ? field : from;
            int end = property ? Math.max(start, text.indexOf(',', start)) : Math.min(text.length(), from + length);
            return text.substring(0, start) + with + text.substring(end);
        }
    }

    @Property(tries = 500)
    void aDamagedFileNeverStoresWhatWasNotRecordedAndNamesTheLine(@ForAll("damages") List<Damage> damages) {
        TeamRecord record = Note.chain(4);
        StringWriter out = new StringWriter();
        RecordLines.write(record, out);
        String text = out.toString();
        for (Damage damage : damages) {
            text = damage.in(text);
        }
        RecordStore store = new MemoryStore().forTenant(TenantId.of("t"));
        try {
            RecordLines.read(new StringReader(text), store);
        } catch (StoreException e) {
            assertThat(e).hasMessageMatching("(?s)Line [0-9]+[: ].*");
        } catch (StaleRecordException e) {
            throw new AssertionError("Nothing was stored before.", e);
        }
        long kept = store.load(Note.KEY).revision();
        assertThat(store.load(Note.KEY).entries()).isEqualTo(record.entries().subList(0, (int) kept));
        assertThat(store.keys().allMatch(Note.KEY::equals)).isTrue();
    }

    @Property(tries = 200)
    void randomTextIsRefusedWithALine(@ForAll List<Character> characters, @ForAll @IntRange(max = 3) int before) {
        StringWriter out = new StringWriter();
        RecordLines.write(Note.chain(before), out);
        List<String> words = new ArrayList<>();
        characters.forEach(character -> words.add(String.valueOf(character)));
        String text = out + "x" + String.join("", words);
        RecordStore store = new MemoryStore().forTenant(TenantId.of("t"));
        try {
            RecordLines.read(new StringReader(text), store);
            throw new AssertionError("It was read.");
        } catch (StoreException e) {
            assertThat(e).hasMessageStartingWith("Line " + (before + 1) + ": expected JSON");
        }
        assertThat(store.load(Note.KEY)).isEqualTo(Note.chain(before));
    }
}
