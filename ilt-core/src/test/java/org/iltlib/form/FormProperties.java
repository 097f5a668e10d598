package org.iltlib.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Laws of written forms. */
class FormProperties {

    @Property
    void everyDoubleReadsBackToItself(@ForAll @DoubleRange(min = -Double.MAX_VALUE) double value) {
        String json = CanonicalJson.write(Forms.NUMBER.write(value));
        assertThat(Forms.NUMBER.read(CanonicalJson.read(json))).isEqualTo(value == 0 ? 0.0 : value);
    }

    @Property
    void everyDoubleIsWrittenWithAsFewDigitsAsReadBackToIt(@ForAll("anyBits") double value) {
        String json = CanonicalJson.write(Forms.NUMBER.write(value));
        int digits = new BigDecimal(json).stripTrailingZeros().precision();
        assertThat(Double.parseDouble(json)).isEqualTo(value == 0 ? 0.0 : value);
        BigDecimal exact = new BigDecimal(value);
        if (value != 0 && digits > 1) {
            for (RoundingMode mode : List.of(RoundingMode.UP, RoundingMode.DOWN)) {
                double shorter = exact.round(new MathContext(digits - 1, mode)).doubleValue();
                assertThat(shorter).isNotEqualTo(value);
            }
        }
    }

    @Provide
    Arbitrary<Double> anyBits() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    @Property
    void everyNodeReadsBackToItself(@ForAll("nodes") Node node) {
        assertThat(CanonicalJson.read(CanonicalJson.write(node))).isEqualTo(node);
    }

    @Property
    void theOrderOfFieldsDoesNotMatter(@ForAll("nodes") Node first, @ForAll("nodes") Node second) {
        Map<String, Node> oneWay = new LinkedHashMap<>();
        oneWay.put("a", first);
        oneWay.put("b", second);
        List<Map.Entry<String, Node>> entries = new ArrayList<>(oneWay.entrySet());
        Collections.reverse(entries);
        Map<String, Node> otherWay = new LinkedHashMap<>();
        entries.forEach(entry -> otherWay.put(entry.getKey(), entry.getValue()));
        assertThat(CanonicalJson.write(new Node.Fields(oneWay)))
                .isEqualTo(CanonicalJson.write(new Node.Fields(otherWay)));
        assertThat(new Node.Fields(oneWay)).isEqualTo(new Node.Fields(otherWay));
    }

    @Property
    void anyTextIsReadOrRefusedWithAFormException(@ForAll String text) {
        try {
            CanonicalJson.read(text);
        } catch (FormException e) {
            assertThat(e.problem()).startsWith("expected");
        }
    }

    @Property
    void whatIsReadHasACanonicalTextThatIsAFixedPoint(@ForAll("almostJson") String text) {
        Node node;
        try {
            node = CanonicalJson.read(text);
        } catch (FormException e) {
            assertThat(e.problem()).startsWith("expected");
            return;
        }
        String canonical = CanonicalJson.write(node);
        assertThat(CanonicalJson.read(canonical)).isEqualTo(node);
        assertThat(CanonicalJson.write(CanonicalJson.read(canonical))).isEqualTo(canonical);
        assertThat(new String(canonical.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(canonical);
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefusedWithAFormException(@ForAll byte[] bytes) {
        whatIsReadHasACanonicalTextThatIsAFixedPoint(new String(bytes, StandardCharsets.ISO_8859_1));
        whatIsReadHasACanonicalTextThatIsAFixedPoint(new String(bytes, StandardCharsets.UTF_16));
    }

    @Property(tries = 300)
    void nodesWithTheSameTextAreEqualAndOthersAreNot(@ForAll("nodes") Node one, @ForAll("nodes") Node other) {
        assertThat(one.equals(other)).isEqualTo(CanonicalJson.write(one).equals(CanonicalJson.write(other)));
    }

    /** Pieces of JSON in any order, most of them broken, and whole numbers with any exponent. */
    @Provide
    Arbitrary<String> almostJson() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\"a\"",
                "\"\\ud800\"",
                "\"\\u001F\"",
                "\\",
                "null",
                "true",
                "-",
                "0",
                "1",
                "9",
                ".",
                "e",
                "E+",
                "e-",
                "400",
                "999999999",
                "9999",
                " ",
                "\ud800",
                "é",
                "😀",
                "\u0000");
        Arbitrary<String> broken = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
        Arbitrary<String> numbers = Combinators.combine(
                        Arbitraries.bigIntegers(),
                        Arbitraries.strings().numeric().ofMaxLength(30),
                        Arbitraries.integers())
                .as((whole, fraction, exponent) -> whole + "." + fraction + "0e" + exponent);
        Arbitrary<String> small = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(-10_100, 10_100))
                .as((whole, exponent) -> whole + "e" + exponent);
        return Arbitraries.oneOf(broken, numbers, small)
                .flatMap(one -> Arbitraries.of(one, "[" + one + "]", "{\"a\":" + one + "}"));
    }

    @Property
    void aTextCutShortIsRefused(@ForAll("nodes") Node node) {
        String json = CanonicalJson.write(new Node.Items(List.of(node)));
        for (int length = 0; length < json.length(); length++) {
            String cut = json.substring(0, length);
            assertThatThrownBy(() -> CanonicalJson.read(cut)).isInstanceOf(FormException.class);
        }
    }

    @Provide
    Arbitrary<Node> nodes() {
        return nodes(3);
    }

    private Arbitrary<Node> nodes(int depth) {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("abc\"\\/\n\t\u0000é漢")
                .withCharRange('\u2000', '\u2100')
                .ofMaxLength(8);
        Arbitrary<Node> leaves = Arbitraries.oneOf(
                texts.map(Node.Text::new),
                Arbitraries.bigDecimals().map(Node.Numeral::new),
                Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-40, 40))
                        .as((digits, scale) -> new Node.Numeral(BigDecimal.valueOf(digits, scale))),
                Arbitraries.of(true, false).map(Node.Flag::new),
                Arbitraries.of(new Node.Nothing()));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Node> inner = nodes(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMaxSize(3).map(Node.Items::new),
                Arbitraries.maps(texts, inner).ofMaxSize(3).map(Node.Fields::new));
    }
}
