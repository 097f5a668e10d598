package org.iltlib.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Forms of everyday values, and forms made of other forms. */
public final class Forms {
    private Forms() {}

    /** A text. */
    public static final Form<String> TEXT = Simple.plain("text", Node.Text::new, Forms::text);

    /** A whole number that fits an {@code int}. */
    public static final Form<Integer> INTEGER = Simple.plain(
            "whole number",
            value -> Node.Numeral.of((long) value),
            node -> exact(node, BigDecimal::intValueExact, "a whole number"));

    /** A whole number that fits a {@code long}. */
    public static final Form<Long> LONG = Simple.plain(
            "whole number", Node.Numeral::of, node -> exact(node, BigDecimal::longValueExact, "a whole number"));

    /** A finite double, written with the fewest digits that read back to the same double. */
    public static final Form<Double> NUMBER = Simple.plain("number", Node.Numeral::of, node -> {
        double value = numeral(node).doubleValue();
        if (!Double.isFinite(value)) {
            throw new FormException("expected a number within the range of a double");
        }
        return value;
    });

    /** An exact decimal; trailing zeros are not kept. */
    public static final Form<BigDecimal> DECIMAL = Simple.plain("decimal number", Node.Numeral::new, Forms::numeral);

    /** True or false. */
    public static final Form<Boolean> FLAG = Simple.plain("true or false", Node.Flag::new, node -> {
        if (node instanceof Node.Flag flag) {
            return flag.value();
        }
        throw new FormException("expected true or false, found " + Simple.describe(node));
    });

    /** A calendar date, ISO 8601. */
    public static final Form<LocalDate> DATE =
            parsed("date", LocalDate::toString, LocalDate::parse, "a date such as 2026-11-23");

    /** An instant, ISO 8601 in UTC; seconds have no decimals, or three, six or nine, as few as needed. */
    public static final Form<Instant> INSTANT =
            parsed("instant", Instant::toString, Instant::parse, "an instant such as 2026-11-23T08:00:00Z");

    /** A length of time, ISO 8601. */
    public static final Form<Duration> DURATION =
            parsed("duration", Duration::toString, Duration::parse, "a duration such as PT45M");

    /** The form of an id or another value that is one text: {@code id(TeamId::value, TeamId::of)}. */
    public static <T> Form<T> id(Function<T, String> getter, Function<String, T> maker) {
        return Form.as(TEXT, getter, maker);
    }

    /** The constant of an enum, by its name. */
    public static <E extends Enum<E>> Form<E> enumOf(Class<E> type) {
        return Simple.of(() -> new Shape.Word(names(type)), value -> new Node.Text(value.name()), node -> {
            String name = text(node);
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new FormException("expected one of " + names(type)
                            + ", found another word. Maybe it was written by a newer version"));
        });
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** A list of such values. */
    public static <T> Form<List<T>> listOf(Form<T> form) {
        return Simple.of(
                () -> new Shape.Items(form.shape(), false),
                values -> new Node.Items(values.stream().map(form::write).toList()),
                node -> readAll(form, node));
    }

    /** A set of such values, in the set's own order. */
    public static <T> Form<Set<T>> setOf(Form<T> form) {
        return Simple.of(
                () -> new Shape.Items(form.shape(), true),
                values -> new Node.Items(values.stream().map(form::write).toList()),
                node -> {
                    List<T> values = readAll(form, node);
                    Set<T> set = new LinkedHashSet<>(values);
                    if (set.size() < values.size()) {
                        throw new FormException("expected each value once");
                    }
                    return set;
                });
    }

    /** A map from texts to such values. */
    public static <T> Form<Map<String, T>> mapOf(Form<T> form) {
        return Simple.of(
                () -> new Shape.ByName(form.shape()),
                values -> {
                    Map<String, Node> fields = new LinkedHashMap<>();
                    values.forEach((name, value) -> fields.put(name, form.write(value)));
                    return new Node.Fields(fields);
                },
                node -> {
                    Map<String, T> values = new LinkedHashMap<>();
                    Node.Fields fields = Simple.fields(node);
                    fields.values().keySet().forEach(name -> values.put(name, Simple.field(fields, name, form)));
                    return values;
                });
    }

    /** An optional value, for use with {@link Form#of}; absent when empty. */
    public static <T> Form<Optional<T>> optional(Form<T> form) {
        return new Form<>() {
            @Override
            public Node write(Optional<T> value) {
                return value.map(form::write).orElseGet(Node.Nothing::new);
            }

            @Override
            public Optional<T> read(Node node) {
                return node instanceof Node.Nothing ? Optional.empty() : Optional.of(form.read(node));
            }

            @Override
            public boolean mayBeAbsent() {
                return true;
            }

            @Override
            public Shape shape() {
                return form.shape();
            }
        };
    }

    /** Starts the form of a family of types, told apart by a tag; see {@link FamilyForm}. */
    public static <T> FamilyForm<T> family(String tag) {
        return FamilyForm.start(tag);
    }

    private static <T> Form<T> parsed(
            String name, Function<T, String> print, Function<String, T> parse, String expected) {
        return Simple.plain(name, value -> new Node.Text(print.apply(value)), node -> {
            try {
                return parse.apply(text(node));
            } catch (DateTimeException e) {
                FormException wrapped = new FormException("expected " + expected + ", found another text");
                wrapped.addSuppressed(e);
                throw wrapped;
            }
        });
    }

    private static <T> List<T> readAll(Form<T> form, Node node) {
        if (!(node instanceof Node.Items items)) {
            throw new FormException("expected a list, found " + Simple.describe(node));
        }
        List<T> values = new ArrayList<>(items.values().size());
        for (int i = 0; i < items.values().size(); i++) {
            try {
                values.add(form.read(items.values().get(i)));
            } catch (FormException e) {
                throw e.inside(Integer.toString(i));
            }
        }
        return values;
    }

    private static String text(Node node) {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        throw new FormException("expected a text, found " + Simple.describe(node));
    }

    private static BigDecimal numeral(Node node) {
        if (node instanceof Node.Numeral numeral) {
            return numeral.value();
        }
        throw new FormException("expected a number, found " + Simple.describe(node));
    }

    private static <T> T exact(Node node, Function<BigDecimal, T> convert, String expected) {
        try {
            return convert.apply(numeral(node));
        } catch (ArithmeticException e) {
            FormException wrapped = new FormException("expected " + expected + " within range");
            wrapped.addSuppressed(e);
            throw wrapped;
        }
    }
}
