package org.iltlib.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How values of one type are written and read. Stateless, immutable, thread-safe. The law: {@code read(write(x))}
 * equals {@code x}.
 *
 * <p>Reading is lenient towards what is not known: a property that the form does not name is skipped, at any depth, and
 * {@code null} counts as left out. So the opposite law does not hold: {@code write(read(node))} has only what the form
 * names. Whoever reads a value from a record and records it again, under a new id, loses in the new entry what a newer
 * version or a vendor had added to the old; the old entry keeps it. Whoever must keep it works on the {@link Node}.
 *
 * @param <T> the type of value
 */
public interface Form<T> {

    /** The written form of the value. */
    Node write(T value);

    /**
     * The value that was written.
     *
     * @throws FormException if the node does not have this form; it says where and what was expected
     */
    T read(Node node);

    /** Whether a property of this form may be left out altogether; true for optional values only. */
    default boolean mayBeAbsent() {
        return false;
    }

    /** What values look like when written; {@code Plain[name=value]} unless the form tells more. */
    default Shape shape() {
        return new Shape.Plain("value");
    }

    /** Starts the form of a value that has a builder; see {@link ObjectForm}. */
    static <T, B> ObjectForm<T, B> built(Supplier<B> builder, Function<B, T> build) {
        return ObjectForm.start(builder, build);
    }

    /** The form of a value that wraps one other, written as that other. */
    static <A, T> Form<T> as(Form<A> inner, Function<T, A> getter, Function<A, T> maker) {
        return Simple.of(
                inner::shape,
                value -> inner.write(getter.apply(value)),
                node -> Simple.make(() -> maker.apply(inner.read(node))));
    }

    /** The form of a value with one property. */
    static <A, T> Form<T> of(String name, Form<A> form, Function<T, A> getter, Function<A, T> maker) {
        return Simple.of(
                () -> Simple.properties(Simple.property(name, form)),
                value -> Simple.fields(name, form, getter.apply(value)),
                node -> {
                    Node.Fields fields = Simple.fields(node);
                    A a = Simple.field(fields, name, form);
                    return Simple.make(() -> maker.apply(a));
                });
    }

    /** The form of a value with two properties. */
    static <A, B, T> Form<T> of(
            String name1,
            Form<A> form1,
            Function<T, A> getter1,
            String name2,
            Form<B> form2,
            Function<T, B> getter2,
            BiFunction<A, B, T> maker) {
        return Simple.of(
                () -> Simple.properties(Simple.property(name1, form1), Simple.property(name2, form2)),
                value -> {
                    Map<String, Node> fields = new LinkedHashMap<>();
                    Simple.put(fields, name1, form1, getter1.apply(value));
                    Simple.put(fields, name2, form2, getter2.apply(value));
                    return new Node.Fields(fields);
                },
                node -> {
                    Node.Fields fields = Simple.fields(node);
                    A a = Simple.field(fields, name1, form1);
                    B b = Simple.field(fields, name2, form2);
                    return Simple.make(() -> maker.apply(a, b));
                });
    }

    /** The form of a value with three properties. */
    static <A, B, C, T> Form<T> of(
            String name1,
            Form<A> form1,
            Function<T, A> getter1,
            String name2,
            Form<B> form2,
            Function<T, B> getter2,
            String name3,
            Form<C> form3,
            Function<T, C> getter3,
            Maker3<A, B, C, T> maker) {
        return Simple.of(
                () -> Simple.properties(
                        Simple.property(name1, form1), Simple.property(name2, form2), Simple.property(name3, form3)),
                value -> {
                    Map<String, Node> fields = new LinkedHashMap<>();
                    Simple.put(fields, name1, form1, getter1.apply(value));
                    Simple.put(fields, name2, form2, getter2.apply(value));
                    Simple.put(fields, name3, form3, getter3.apply(value));
                    return new Node.Fields(fields);
                },
                node -> {
                    Node.Fields fields = Simple.fields(node);
                    A a = Simple.field(fields, name1, form1);
                    B b = Simple.field(fields, name2, form2);
                    C c = Simple.field(fields, name3, form3);
                    return Simple.make(() -> maker.make(a, b, c));
                });
    }

    /**
     * Makes a value of three parts.
     *
     * @param <A> the first
     * @param <B> the second
     * @param <C> the third
     * @param <T> the value
     */
    @FunctionalInterface
    interface Maker3<A, B, C, T> {
        /** The value with these parts. */
        T make(A a, B b, C c);
    }
}
