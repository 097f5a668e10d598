package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.KEY;
import static org.iltlib.record.Note.START;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in is refused clearly or stored intact. */
class BadInputTest {
    private static final TeamRecord EMPTY = TeamRecord.empty(KEY);

    /** A value whose body is anything at all. */
    private record Raw(Node body) implements Recordable {
        private static final Kind<Raw> KIND = Kind.of("raw", 1, Raw.class, new Form<>() {
            @Override
            public Node write(Raw value) {
                return value.body();
            }

            @Override
            public Raw read(Node node) {
                return new Raw(node);
            }
        });

        @Override
        public EntryId id() {
            return EntryId.of("raw/1");
        }

        @Override
        public List<EntryId> basedOn() {
            return List.of();
        }

        @Override
        public Kind<Raw> kind() {
            return KIND;
        }
    }

    private static Node nested(int levels) {
        Node node = new Node.Flag(true);
        for (int i = 0; i < levels; i++) {
            node = i % 2 == 0 ? new Node.Items(List.of(node)) : new Node.Fields(Map.of("in", node));
        }
        return node;
    }

    private static Node number(int digits) {
        return new Node.Numeral(new BigDecimal("7".repeat(digits)));
    }

    private static void isStoredIntact(Node body) {
        TeamRecord record = EMPTY.with(START, ANA, new Raw(body));
        assertThat(record.verify().holds()).isTrue();
        Entry entry = record.entries().get(0);
        assertThat(CanonicalJson.read(entry.text()).equals(body)).isTrue();
        assertThat(Verification.of(KEY, record.entries().stream()).holds()).isTrue();
    }

    private static void isRefused(Node body, String because) {
        assertThatThrownBy(() -> EMPTY.with(START, ANA, new Raw(body)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("raw/1")
                .contains(because)
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "\"quoted\"", "back\\slash", "emoji-😀", "ümläut", "a b", "שלום", "𝔘", "a\u2028b"})
    void anIdOfPrintableCharactersIsStoredIntact(String id) {
        TeamRecord record = EMPTY.with(START, ANA, Note.of(id), Note.of("after", id));
        assertThat(record.verify().holds()).isTrue();
        assertThat(record.get(EntryId.of(id)).as(Note.KIND)).isEqualTo(Note.of(id));
        assertThat(Verification.of(KEY, record.entries().stream()).holds()).isTrue();
        assertThat(record.entries().get(1).digest())
                .isEqualTo(
                        Digest.ofBytes(PlainVerifier.bytes(KEY, record.entries().get(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a\u0000b", "a\u0085b", "", " ", " a", "a ", "\uD83D", "\uDE00a"})
    void anIdThatCouldBeTakenForAnotherIsRefused(String id) {
        assertThatThrownBy(() -> EntryId.of(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry id");
    }

    @Test
    void anIdOfTenThousandCharactersIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> EntryId.of("x".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("10000 characters")
                .hasSizeLessThan(200);
        assertThatThrownBy(() -> Digest.of("x".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("10000 characters")
                .hasSizeLessThan(250);
    }

    @Test
    void aBodyOfTwentyMegabytesIsStoredIntact() {
        isStoredIntact(new Node.Text("0123456789".repeat(2_000_000)));
        isStoredIntact(
                new Node.Items(List.of(new Node.Text("é☃😀".repeat(500_000)), new Node.Text("\"\n".repeat(10)))));
    }

    @Test
    void aSealDoesNotDependOnHowALongBodyIsCut() {
        for (int before = 16_370; before < 16_390; before++) {
            Node body = new Node.Text("x".repeat(before) + "😀" + "y".repeat(20_000));
            Entry entry = EMPTY.with(START, ANA, new Raw(body)).entries().get(0);
            assertThat(entry.digest()).isEqualTo(Digest.ofBytes(PlainVerifier.bytes(KEY, entry)));
            isRefused(new Node.Text("x".repeat(before) + "\uD83D" + "y".repeat(20_000)), "half of a surrogate pair");
            isRefused(new Node.Text("x".repeat(before) + "\uDE00"), "half of a surrogate pair");
        }
        isRefused(new Node.Text("?\uD83D"), "half of a surrogate pair");
        isRefused(new Node.Fields(Map.of("\uDE00", new Node.Flag(true))), "half of a surrogate pair");
    }

    @Test
    void whatCouldNotBeReadAgainIsRefused() {
        isStoredIntact(nested(490));
        isRefused(nested(491), "nested deeper than 490 levels");
        isRefused(nested(600), "nested deeper than 500 levels");
        isRefused(nested(5_000), "nested deeper than 500 levels");
        isRefused(new Node.Text("x".repeat(20_000_001)), "A text has 20000001 characters");
        isStoredIntact(number(990));
        isStoredIntact(new Node.Numeral(new BigDecimal("0.00000" + "7".repeat(990))));
        assertThatThrownBy(() -> number(1_001)).hasMessageContaining("1001 digits. Expected at most 1000");
        assertThatThrownBy(() -> number(100_000)).hasMessageContaining("10^99999. Expected at most 10^9999");
        isStoredIntact(new Node.Fields(Map.of("n".repeat(50_000), new Node.Flag(true))));
        isRefused(new Node.Fields(Map.of("n".repeat(50_001), new Node.Flag(true))), "50001 characters");
        isStoredIntact(new Node.Numeral(new BigDecimal("1.5e-9999")));
        isStoredIntact(new Node.Numeral(new BigDecimal("-1e9999")));
    }

    /** Asks the reader itself. */
    @Test
    void whatIsRecordedIsWithinTheLimitsOfTheReader() {
        assertThatThrownBy(() -> CanonicalJson.read("\"" + "x".repeat(20_000_001) + "\""))
                .isInstanceOf(FormException.class);
        assertThatThrownBy(() -> CanonicalJson.read("7".repeat(1_001))).isInstanceOf(FormException.class);
        assertThatThrownBy(() -> CanonicalJson.read("{\"" + "n".repeat(50_001) + "\":1}"))
                .isInstanceOf(FormException.class);
        for (int digits = 960; digits < 1_000; digits++) {
            for (Node number : List.of(
                    number(digits),
                    new Node.Numeral(new BigDecimal("-0.00001" + "7".repeat(digits))),
                    new Node.Numeral(new BigDecimal("7." + "7".repeat(digits) + "e-99")),
                    new Node.Numeral(new BigDecimal("7".repeat(digits / 2) + "." + "7".repeat(digits - digits / 2))))) {
                assertThat(isReadable(number) || !isRecordable(number))
                        .as("%s", digits)
                        .isTrue();
            }
        }
    }

    private static boolean isRecordable(Node body) {
        try {
            EMPTY.with(START, ANA, new Raw(body));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReadable(Node body) {
        try {
            return CanonicalJson.read(CanonicalJson.write(body)).equals(body);
        } catch (FormException e) {
            return false;
        }
    }

    @Test
    void aRefusedValueLeavesTheRecordAsItWas() {
        TeamRecord record = EMPTY.with(START, ANA, Note.of("a"));
        assertThatThrownBy(() -> record.with(START, ANA, Note.of("b"), new Raw(nested(501))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(record.find(EntryId.of("b"))).isEmpty();
        assertThat(record.with(START, ANA, Note.of("b")).revision()).isEqualTo(2);
    }
}
