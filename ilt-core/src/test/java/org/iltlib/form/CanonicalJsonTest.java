package org.iltlib.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static String canonical(String json) {
        return CanonicalJson.write(CanonicalJson.read(json));
    }

    private static void isRefused(String json, String problem) {
        assertThatThrownBy(() -> CanonicalJson.read(json))
                .isInstanceOfSatisfying(
                        FormException.class, e -> assertThat(e.problem()).contains(problem));
    }

    /** The bits of a double and its text, from RFC 8785, Appendix B. */
    @Test
    void doublesAreWrittenAsRfc8785SaysInItsAppendix() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("0000000000000000", "0");
        texts.put("8000000000000000", "0");
        texts.put("0000000000000001", "5e-324");
        texts.put("8000000000000001", "-5e-324");
        texts.put("7fefffffffffffff", "1.7976931348623157e+308");
        texts.put("ffefffffffffffff", "-1.7976931348623157e+308");
        texts.put("4340000000000000", "9007199254740992");
        texts.put("c340000000000000", "-9007199254740992");
        texts.put("4430000000000000", "295147905179352830000");
        texts.put("44b52d02c7e14af5", "9.999999999999997e+22");
        texts.put("44b52d02c7e14af6", "1e+23");
        texts.put("44b52d02c7e14af7", "1.0000000000000001e+23");
        texts.put("444b1ae4d6e2ef4e", "999999999999999700000");
        texts.put("444b1ae4d6e2ef4f", "999999999999999900000");
        texts.put("444b1ae4d6e2ef50", "1e+21");
        texts.put("3eb0c6f7a0b5ed8c", "9.999999999999997e-7");
        texts.put("3eb0c6f7a0b5ed8d", "0.000001");
        texts.put("41b3de4355555553", "333333333.3333332");
        texts.put("41b3de4355555554", "333333333.33333325");
        texts.put("41b3de4355555555", "333333333.3333333");
        texts.put("41b3de4355555556", "333333333.3333334");
        texts.put("41b3de4355555557", "333333333.33333343");
        texts.put("becbf647612f3696", "-0.0000033333333333333333");
        texts.put("43143ff3c1cb0959", "1424953923781206.2");
        texts.forEach((bits, text) -> {
            double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
            assertThat(CanonicalJson.write(Node.Numeral.of(value))).isEqualTo(text);
        });
    }

    /** 2^-44 lies where the doubles below are twice as dense; ECMAScript prints 5.684341886080802e-14. */
    @Test
    void aPowerOfTwoHasTheFewestDigitsThoughTheNearestDecimalOfThatLengthReadsBackToItsNeighbour() {
        assertThat(CanonicalJson.write(Node.Numeral.of(0x1p-44))).isEqualTo("5.684341886080802e-14");
        for (int exponent = -1022; exponent < 1024; exponent++) {
            double value = Math.scalb(1.0, exponent);
            String text = CanonicalJson.write(Node.Numeral.of(value));
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(new BigDecimal(text).stripTrailingZeros().precision()).isLessThanOrEqualTo(17);
        }
    }

    @Test
    void numbersHaveOneText() {
        assertThat(canonical("[1.0,1e0,10E-1,0.1e1]")).isEqualTo("[1,1,1,1]");
        assertThat(canonical("[-0,-0.0,0e999999999,0E-999999999]")).isEqualTo("[0,0,0,0]");
        assertThat(canonical("[1E400,-1e-400,0.1e-7,1e-6,123e19]"))
                .isEqualTo("[1e+400,-1e-400,1e-8,0.000001,1.23e+21]");
        assertThat(canonical("[100000000000000000000,1000000000000000000000]"))
                .isEqualTo("[100000000000000000000,1e+21]");
        assertThat(canonical("0.1000000000000000055511151231257827021181583404541015625"))
                .isEqualTo("0.1000000000000000055511151231257827021181583404541015625");
        assertThat(canonical("[1e9999,1e-9999]")).isEqualTo("[1e+9999,1e-9999]");
    }

    @Test
    void numbersThatWouldFillTheMemoryAreRefused() {
        for (String json : List.of(
                "1e10000",
                "1e-10000",
                "-1e999999999",
                "1e-999999999",
                "1e2147483647",
                "1e-2147483648",
                "10e2147483647",
                "1e99999999999999999999",
                "9".repeat(1_001),
                "1." + "0".repeat(500) + "1" + "1".repeat(500))) {
            isRefused(json, "expected a number of ordinary size");
            isRefused("{\"a\":[" + json + "]}", "expected a number of ordinary size");
        }
        isRefused("9".repeat(5_000), "expected JSON of ordinary size");
        String longest = "9".repeat(1_000);
        assertThat(canonical(longest)).isEqualTo("9." + "9".repeat(999) + "e+999");
        assertThat(canonical("-0." + longest)).isEqualTo("-0." + longest);
        assertThatThrownBy(() -> new Node.Numeral(new BigDecimal("1e10000")))
                .hasMessage("The number is of the order of 10^10000. Expected at most 10^9999, and at least 10^-9999.");
        assertThatThrownBy(() -> Forms.DECIMAL.write(new BigDecimal("1." + "1".repeat(1_000))))
                .hasMessage("The number has 1001 digits. Expected at most 1000. Maybe round it.");
        assertThat(Forms.DECIMAL.write(new BigDecimal("0e-2147483647"))).isEqualTo(Node.Numeral.of(0));
    }

    @Test
    void theLastCharactersBeforeAndTheFirstAfterTheSurrogatesAreWhole() {
        assertThat(canonical("\"\\ud7ff\\ue000\"")).isEqualTo("\"\ud7ff\ue000\"");
    }

    @Test
    void textsHaveTheEscapesThatJsonDemandsAndNoOthers() {
        String raw = "\u0000\u0001\b\t\n\u000b\f\r\u001f \"\\/'<>&\u007f\u0080é\u2028漢😀";
        assertThat(CanonicalJson.write(new Node.Text(raw)))
                .isEqualTo("\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f \\\"\\\\/'<>&\u007f\u0080é\u2028漢😀\"");
        assertThat(canonical("\"\\u0041\\/\\ud83d\\ude00\\u001F\"")).isEqualTo("\"A/😀\\u001f\"");
    }

    /** The example of RFC 8785, section 3.2.3. */
    @Test
    void fieldsAreSortedByCodeUnit() {
        String json =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        assertThat(canonical(json).replaceAll("\"[^\"]*\":\"([^\" ]*)[^\"]*\"", "$1"))
                .isEqualTo("{Carriage,One,Control,Latin,Euro,Emoji:,Hebrew}");
    }

    @Test
    void halfOfASurrogatePairIsRefusedBothWays() {
        for (String half :
                List.of("\ud800", "\udfff", "\udc00", "a\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\ud83dx")) {
            assertThatThrownBy(() -> CanonicalJson.write(new Node.Items(List.of(new Node.Text(half)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half of a surrogate pair");
            assertThatThrownBy(() -> CanonicalJson.write(new Node.Fields(Map.of(half, new Node.Nothing()))))
                    .hasMessageContaining("half of a surrogate pair");
            StringBuilder escaped = new StringBuilder();
            half.chars().forEach(c -> escaped.append("\\u").append(String.format("%04x", c)));
            isRefused("\"" + escaped + "\"", "half of a surrogate pair");
            isRefused("{\"" + escaped + "\":1}", "expected");
            isRefused("\"" + half + "\"", "half of a surrogate pair");
        }
    }

    @Test
    void aFieldNamedTwiceIsRefusedHoweverItIsWritten() {
        isRefused("{\"a\":1,\"a\":1}", "expected JSON");
        isRefused("{\"a\":1,\"\\u0061\":2}", "expected JSON");
        isRefused("{\"b\":{\"a\":1,\"c\":[],\"a\":null}}", "expected JSON");
        assertThat(canonical("{\"a\":{\"a\":1},\"b\":{\"a\":1}}")).isEqualTo("{\"a\":{\"a\":1},\"b\":{\"a\":1}}");
    }

    @Test
    void fiveHundredLevelsAreWrittenAndReadAndOneMoreIsRefused() {
        for (boolean inObjects : new boolean[] {true, false}) {
            Node deep = new Node.Flag(true);
            for (int i = 0; i < 500; i++) {
                deep = inObjects ? new Node.Fields(Map.of("a", deep)) : new Node.Items(List.of(deep));
            }
            String json = CanonicalJson.write(deep);
            assertThat(canonical(json)).isEqualTo(json);
            Node deeper = new Node.Items(List.of(deep));
            assertThatThrownBy(() -> CanonicalJson.write(deeper))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("deeper than 500 levels");
            isRefused("[" + json + "]", "nested too deep");
        }
        isRefused("[".repeat(1_000_000), "nested too deep");
        isRefused("{\"a\":".repeat(1_000_000), "nested too deep");
    }

    @Test
    void textsOfTwentyMillionCharactersAreWrittenAndReadAndOneMoreIsRefused() {
        String longest = "é".repeat(20_000_000);
        Node node = new Node.Text(longest);
        assertThat(CanonicalJson.read(CanonicalJson.write(node)).equals(node)).isTrue();
        Node longer = new Node.Text(longest + "é");
        assertThatThrownBy(() -> CanonicalJson.write(longer))
                .hasMessage("A text has 20000001 characters. Expected at most 20000000. Maybe record it as a dataset.");
        isRefused("\"" + longest + "é\"", "a single number or text too long");
        Node name = new Node.Fields(Map.of("a".repeat(50_000), new Node.Nothing()));
        assertThat(CanonicalJson.read(CanonicalJson.write(name))).isEqualTo(name);
        Node longerName = new Node.Fields(Map.of("a".repeat(50_001), new Node.Nothing()));
        assertThatThrownBy(() -> CanonicalJson.write(longerName)).hasMessageContaining("50001 characters");
        isRefused("{\"" + "a".repeat(50_001) + "\":1}", "a single number or text too long");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        for (String json : List.of(
                "nul",
                "01",
                "+1",
                ".5",
                "5.",
                "1e",
                "NaN",
                "Infinity",
                "-",
                "'a'",
                "\"a",
                "\"\n\"",
                "\"\\x\"",
                "[1,]",
                "{\"a\":}",
                "{a:1}",
                "{1:1}",
                "[1 2]",
                "]",
                "/**/1",
                "1//",
                "\ufeff1",
                "\u00a01",
                "\"\\u00g0\"")) {
            isRefused(json, "expected");
        }
        isRefused(" \t\r\n", "empty text");
        assertThat(canonical(" \t\r\n[ 1 , { \"a\" : null } ] \n")).isEqualTo("[1,{\"a\":null}]");
    }
}
