package org.iltlib.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormTest {
    private enum Colour {
        RED,
        BLUE
    }

    private record Pair(String left, Optional<Integer> right) {
        static final Form<Pair> FORM =
                Form.of("left", Forms.TEXT, Pair::left, "right", Forms.optional(Forms.INTEGER), Pair::right, Pair::new);

        Pair {
            if (left.isEmpty()) {
                throw new IllegalArgumentException("left is empty");
            }
        }
    }

    private sealed interface Figure {}

    private record Dot(String at) implements Figure {
        static final Form<Dot> FORM = Form.of("at", Forms.TEXT, Dot::at, Dot::new);
    }

    private record Line(String from, String to, double width) implements Figure {
        static final Form<Line> FORM = Form.of(
                "from",
                Forms.TEXT,
                Line::from,
                "to",
                Forms.TEXT,
                Line::to,
                "width",
                Forms.NUMBER,
                Line::width,
                Line::new);
    }

    private static final Form<Figure> SHAPES =
            Forms.<Figure>family("shape").when("dot", Dot.class, Dot.FORM).when("line", Line.class, Line.FORM);

    private static final class Bag {
        String name = "";
        int size = 7;
        Optional<LocalDate> day = Optional.empty();
        List<String> words = List.of();
        Set<Colour> colours = Set.of();
        Map<String, Double> weights = Map.of();

        static final Form<Bag> FORM = Form.<Bag, Bag>built(Bag::new, bag -> bag)
                .field("name", Forms.TEXT, b -> b.name, (b, v) -> b.name = v)
                .field("size", Forms.INTEGER, 7, b -> b.size, (b, v) -> b.size = v)
                .maybe("day", Forms.DATE, b -> b.day, (b, v) -> b.day = Optional.of(v))
                .list("words", Forms.TEXT, b -> b.words, (b, v) -> b.words = v)
                .set("colours", Forms.enumOf(Colour.class), b -> b.colours, (b, v) -> b.colours = v)
                .map("weights", Forms.NUMBER, b -> b.weights, (b, v) -> b.weights = v);
    }

    private static <T> String json(Form<T> form, T value) {
        return CanonicalJson.write(form.write(value));
    }

    private static <T> T read(Form<T> form, String json) {
        return form.read(CanonicalJson.read(json));
    }

    @Test
    void simpleValuesAreWrittenPlainlyAndReadBack() {
        assertThat(json(Forms.LONG, 9_007_199_254_740_993L)).isEqualTo("9007199254740993");
        assertThat(read(Forms.LONG, "9007199254740993")).isEqualTo(9_007_199_254_740_993L);
        assertThat(json(Forms.DECIMAL, new BigDecimal("1.500"))).isEqualTo("1.5");
        assertThat(json(Forms.DECIMAL, new BigDecimal("1e30"))).isEqualTo("1e+30");
        assertThat(json(Forms.DECIMAL, new BigDecimal("-1.25e-9"))).isEqualTo("-1.25e-9");
        assertThat(json(Forms.DECIMAL, new BigDecimal("0.000001"))).isEqualTo("0.000001");
        assertThat(read(Forms.DECIMAL, "1.50")).isEqualByComparingTo("1.5");
        assertThat(read(Forms.FLAG, "true")).isTrue();
        assertThat(json(Forms.INSTANT, Instant.parse("2026-11-23T08:00:00Z"))).isEqualTo("\"2026-11-23T08:00:00Z\"");
        assertThat(read(Forms.DURATION, "\"PT45M\"")).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void theDoubleThatOlderJavaPrintsWithTooManyDigitsIsShort() {
        assertThat(json(Forms.NUMBER, 2.0E-3)).isEqualTo("0.002");
        assertThat(json(Forms.NUMBER, 2.2250738585072014E-308)).isEqualTo("2.2250738585072014e-308");
        assertThat(json(Forms.NUMBER, 1.0E23)).isEqualTo("1e+23");
    }

    @Test
    void anObjectWithoutItsOptionalPartsOmitsThem() {
        assertThat(json(Pair.FORM, new Pair("a", Optional.empty()))).isEqualTo("{\"left\":\"a\"}");
        assertThat(read(Pair.FORM, "{\"left\":\"a\",\"right\":null,\"other\":[1]}"))
                .isEqualTo(new Pair("a", Optional.empty()));
        assertThat(read(Pair.FORM, "{\"left\":\"a\",\"right\":2}")).isEqualTo(new Pair("a", Optional.of(2)));
        Bag bag = read(Bag.FORM, "{\"name\":\"x\"}");
        assertThat(bag.size).isEqualTo(7);
        assertThat(json(Bag.FORM, bag)).isEqualTo("{\"name\":\"x\",\"size\":7}");
    }

    @Test
    void anObjectWithABuilderIsWrittenAndReadBack() {
        String json = "{\"colours\":[\"BLUE\"],\"day\":\"2026-11-23\",\"name\":\"x\",\"size\":1,"
                + "\"weights\":{\"a\":0.1},\"words\":[\"p\",\"q\"]}";
        Bag bag = read(Bag.FORM, json);
        assertThat(bag.colours).containsExactly(Colour.BLUE);
        assertThat(json(Bag.FORM, bag)).isEqualTo(json);
    }

    @Test
    void aFamilyIsToldApartByItsTag() {
        assertThat(json(SHAPES, new Dot("here"))).isEqualTo("{\"at\":\"here\",\"shape\":\"dot\"}");
        assertThat(read(SHAPES, "{\"shape\":\"line\",\"from\":\"a\",\"to\":\"b\",\"width\":0.5}"))
                .isEqualTo(new Line("a", "b", 0.5));
        assertThatThrownBy(() -> read(SHAPES, "{\"shape\":\"blob\"}"))
                .hasMessage("At \"/shape\": expected one of [dot, line], found another word."
                        + " Maybe it was written by a newer version.");
        assertThatThrownBy(() -> Forms.<Figure>family("s")
                        .when("dot", Dot.class, Dot.FORM)
                        .when("dot", Dot.class, Dot.FORM))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> Forms.<Figure>family("s")
                        .when("dot", Dot.class, Dot.FORM)
                        .write(new Line("a", "b", 1)))
                .hasMessageContaining("No form for Line");
    }

    @Test
    void aFaultIsToldWithItsPlaceAndNeverWithItsValue() {
        Form<Map<String, List<Pair>>> deep = Forms.mapOf(Forms.listOf(Pair.FORM));
        assertThatThrownBy(() -> read(deep, "{\"a/b\":[{\"left\":\"x\"},{\"left\":5}]}"))
                .isInstanceOfSatisfying(FormException.class, e -> {
                    assertThat(e.pointer()).isEqualTo("/a~1b/1/left");
                    assertThat(e.problem()).isEqualTo("expected a text, found a number");
                });
        assertThatThrownBy(() -> read(deep, "{\"a\":[{}]}")).hasMessageContaining("/a/0/left");
        assertThatThrownBy(() -> read(deep, "{\"a\":{}}")).hasMessageContaining("expected a list, found an object");
        assertThatThrownBy(() -> read(Pair.FORM, "[]")).hasMessageContaining("expected an object, found a list");
        assertThatThrownBy(() -> read(Pair.FORM, "{\"left\":\"\"}"))
                .hasMessageContaining("left is empty")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThatThrownBy(() -> read(Forms.FLAG, "\"yes\"")).hasMessageContaining("found a text");
        assertThatThrownBy(() -> read(Forms.FLAG, "null")).hasMessageContaining("found nothing");
        assertThatThrownBy(() -> read(Forms.INTEGER, "true")).hasMessageContaining("found true or false");
        assertThatThrownBy(() -> read(Forms.INTEGER, "1.5")).hasMessageContaining("a whole number within range");
        assertThatThrownBy(() -> read(Forms.INTEGER, "3000000000")).hasMessageContaining("within range");
        assertThatThrownBy(() -> read(Forms.NUMBER, "1e999")).hasMessageContaining("range of a double");
        assertThatThrownBy(() -> read(Forms.DATE, "\"secret\""))
                .hasMessageContaining("a date such as")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> read(Forms.enumOf(Colour.class), "\"GREEN\""))
                .hasMessageContaining("[RED, BLUE]")
                .hasMessageNotContaining("GREEN");
        assertThatThrownBy(() -> read(Forms.setOf(Forms.TEXT), "[\"a\",\"a\"]"))
                .hasMessageContaining("each value once");
        assertThatThrownBy(() -> Forms.NUMBER.write(Double.NaN))
                .hasMessageContaining("Expected a finite number, got NaN");
    }

    @Test
    void brokenJsonIsRefusedWithLineAndColumn() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"a\":\n  oops}")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> CanonicalJson.read("{\"a\":1,\"a\":2}")).isInstanceOf(FormException.class);
        assertThatThrownBy(() -> CanonicalJson.read("1 2")).hasMessageContaining("more after it");
        assertThatThrownBy(() -> CanonicalJson.read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(5_000))).isInstanceOf(FormException.class);
        assertThatThrownBy(() -> CanonicalJson.read("[" + "9".repeat(5_000) + "]"))
                .isInstanceOf(FormException.class);
    }

    private static Shape.Property property(String name, Shape shape, boolean required) {
        return new Shape.Property(name, shape, required);
    }

    private static Shape plain(String name) {
        return new Shape.Plain(name);
    }

    @Test
    void aFormTellsItsShape() {
        assertThat(Bag.FORM.shape())
                .isEqualTo(new Shape.Fields(List.of(
                        property("name", plain("text"), true),
                        property("size", plain("whole number"), false),
                        property("day", plain("date"), false),
                        property("words", new Shape.Items(plain("text"), false), false),
                        property("colours", new Shape.Items(new Shape.Word(List.of("RED", "BLUE")), true), false),
                        property("weights", new Shape.ByName(plain("number")), false))));
        assertThat(Pair.FORM.shape())
                .isEqualTo(new Shape.Fields(List.of(
                        property("left", plain("text"), true), property("right", plain("whole number"), false))));
        assertThat(SHAPES.shape()).isInstanceOfSatisfying(Shape.Family.class, family -> {
            assertThat(family.tag()).isEqualTo("shape");
            assertThat(family.members().keySet()).containsExactly("dot", "line");
            assertThat(family.members())
                    .containsEntry("dot", new Shape.Fields(List.of(property("at", plain("text"), true))));
            assertThat(family.members().get("line")).isEqualTo(Line.FORM.shape());
        });
        assertThat(Line.FORM.shape())
                .isEqualTo(new Shape.Fields(List.of(
                        property("from", plain("text"), true),
                        property("to", plain("text"), true),
                        property("width", plain("number"), true))));
        assertThat(Forms.id((Dot dot) -> dot.at, Dot::new).shape()).isEqualTo(plain("text"));
        assertThat(List.of(Forms.LONG, Forms.DECIMAL, Forms.FLAG, Forms.INSTANT, Forms.DURATION))
                .extracting(Form::shape)
                .containsExactly(
                        plain("whole number"),
                        plain("decimal number"),
                        plain("true or false"),
                        plain("instant"),
                        plain("duration"));
        Form<String> own = new Form<>() {
            @Override
            public Node write(String value) {
                return new Node.Text(value);
            }

            @Override
            public String read(Node node) {
                return "";
            }
        };
        assertThat(own.shape()).isEqualTo(plain("value"));
        assertThat(own.mayBeAbsent()).isFalse();
    }

    @Test
    void whatAFormDoesNotNameIsSkippedAtAnyDepthAndNotWrittenAgain() {
        String json = "{\"name\":\"x\",\"size\":1,\"later\":{\"a\":[null]},\"day\":null,\"words\":null}";
        assertThat(json(Bag.FORM, read(Bag.FORM, json))).isEqualTo("{\"name\":\"x\",\"size\":1}");
        String shape = "{\"shape\":\"dot\",\"at\":\"here\",\"colour\":\"RED\"}";
        assertThat(json(SHAPES, read(SHAPES, shape))).isEqualTo("{\"at\":\"here\",\"shape\":\"dot\"}");
    }

    @Test
    void anUpcasterReadsAndRenamesFields() {
        Node.Fields fields = (Node.Fields) CanonicalJson.read("{\"a\":1,\"b\":[]}");
        assertThat(fields.read("a", Forms.INTEGER)).isEqualTo(1);
        assertThat(fields.read("c", Forms.optional(Forms.TEXT))).isEmpty();
        assertThatThrownBy(() -> fields.read("c", Forms.TEXT)).hasMessage("At \"/c\": the property is missing.");
        assertThatThrownBy(() -> fields.read("b", Forms.TEXT)).hasMessage("At \"/b\": expected a text, found a list.");
        assertThat(CanonicalJson.write(fields.renamed("a", "z"))).isEqualTo("{\"b\":[],\"z\":1}");
        assertThat(fields.renamed("c", "z")).isEqualTo(fields);
        assertThat(fields.values()).containsOnlyKeys("a", "b");
    }

    @Test
    void fieldsCanBeChangedByAnUpcaster() {
        Node.Fields fields = new Node.Fields(new LinkedHashMap<>(Map.of("a", new Node.Flag(true))));
        assertThat(CanonicalJson.write(fields.with("b", new Node.Nothing()).without("a")))
                .isEqualTo("{\"b\":null}");
        assertThat(fields.with("b", new Node.Nothing()).find("b")).isEmpty();
    }
}
