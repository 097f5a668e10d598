package org.iltlib.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
            double shorter = exact.round(new java.math.MathContext(digits - 1)).doubleValue();
            assertThat(shorter).isNotEqualTo(value);
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
