package org.iltlib.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The form of a value with a builder: a list of properties, each with its name, its form, how to get it and how to set
 * it. Immutable; each method returns a longer form.
 *
 * <pre>{@code
 * static final Form<Seat> FORM = Form.<Seat, Builder>built(Seat::builder, Builder::build)
 *         .field("person", Forms.id(PersonId::of), Seat::person, Builder::person)
 *         .maybe("term", Term.FORM, Seat::term, Builder::term)
 *         .list("roles", Forms.TEXT, Seat::roles, Builder::addAllRoles);
 * }</pre>
 *
 * <p>Empty lists and absent optional values are not written. Properties that the form does not name are skipped on
 * reading, so a value that is read and recorded again no longer has them; see {@link Form}.
 *
 * <p>To add a property with {@code maybe}, {@code list}, {@code set}, {@code map} or with a value for its absence leaves
 * the version of a kind as it is: older bodies read as before, and older libraries skip it. To rename, split, remove or
 * newly demand one makes a new version, with a step that brings older bodies up to date.
 *
 * @param <T> the type of value
 * @param <B> its builder
 */
public final class ObjectForm<T, B> implements Form<T> {
    private final Supplier<B> builder;
    private final Function<B, T> build;
    private final List<Property<T, B>> properties;

    private interface Property<T, B> {
        Shape.Property shape();

        void write(T value, Map<String, Node> into);

        void read(Node.Fields fields, B builder);
    }

    private ObjectForm(Supplier<B> builder, Function<B, T> build, List<Property<T, B>> properties) {
        this.builder = builder;
        this.build = build;
        this.properties = properties;
    }

    static <T, B> ObjectForm<T, B> start(Supplier<B> builder, Function<B, T> build) {
        return new ObjectForm<>(builder, build, List.of());
    }

    /** Adds a property that every value has. */
    public <A> ObjectForm<T, B> field(String name, Form<A> form, Function<T, A> getter, BiConsumer<B, A> setter) {
        return with(new Property<>() {
            @Override
            public Shape.Property shape() {
                return Simple.property(name, form);
            }

            @Override
            public void write(T value, Map<String, Node> into) {
                Simple.put(into, name, form, getter.apply(value));
            }

            @Override
            public void read(Node.Fields fields, B target) {
                setter.accept(target, Simple.field(fields, name, form));
            }
        });
    }

    /** Adds a property that was not there in the first version of a kind; absent means this value. */
    public <A> ObjectForm<T, B> field(
            String name, Form<A> form, A ifAbsent, Function<T, A> getter, BiConsumer<B, A> setter) {
        return with(new Property<>() {
            @Override
            public Shape.Property shape() {
                return new Shape.Property(name, form.shape(), false);
            }

            @Override
            public void write(T value, Map<String, Node> into) {
                Simple.put(into, name, form, getter.apply(value));
            }

            @Override
            public void read(Node.Fields fields, B target) {
                setter.accept(target, fields.find(name).isPresent() ? Simple.field(fields, name, form) : ifAbsent);
            }
        });
    }

    /** Adds an optional property. */
    public <A> ObjectForm<T, B> maybe(
            String name, Form<A> form, Function<T, Optional<A>> getter, BiConsumer<B, A> setter) {
        return with(new Property<>() {
            @Override
            public Shape.Property shape() {
                return new Shape.Property(name, form.shape(), false);
            }

            @Override
            public void write(T value, Map<String, Node> into) {
                getter.apply(value).ifPresent(a -> Simple.put(into, name, form, a));
            }

            @Override
            public void read(Node.Fields fields, B target) {
                if (fields.find(name).isPresent()) {
                    setter.accept(target, Simple.field(fields, name, form));
                }
            }
        });
    }

    /** Adds a list; absent means empty. */
    public <A> ObjectForm<T, B> list(
            String name, Form<A> form, Function<T, List<A>> getter, BiConsumer<B, List<A>> setter) {
        return some(name, Forms.listOf(form), getter, List::isEmpty, setter);
    }

    /** Adds a set; absent means empty. Written in the order of the set, so give it a stable one. */
    public <A> ObjectForm<T, B> set(
            String name, Form<A> form, Function<T, Set<A>> getter, BiConsumer<B, Set<A>> setter) {
        return some(name, Forms.setOf(form), getter, Set::isEmpty, setter);
    }

    /** Adds a map from texts; absent means empty. */
    public <A> ObjectForm<T, B> map(
            String name, Form<A> form, Function<T, Map<String, A>> getter, BiConsumer<B, Map<String, A>> setter) {
        return some(name, Forms.mapOf(form), getter, Map::isEmpty, setter);
    }

    private <A> ObjectForm<T, B> some(
            String name, Form<A> form, Function<T, A> getter, Predicate<A> empty, BiConsumer<B, A> setter) {
        return maybe(name, form, value -> Optional.of(getter.apply(value)).filter(empty.negate()), setter);
    }

    private ObjectForm<T, B> with(Property<T, B> property) {
        List<Property<T, B>> longer = new ArrayList<>(properties);
        longer.add(property);
        return new ObjectForm<>(builder, build, List.copyOf(longer));
    }

    @Override
    public Node write(T value) {
        Map<String, Node> fields = new LinkedHashMap<>();
        properties.forEach(property -> property.write(value, fields));
        return new Node.Fields(fields);
    }

    @Override
    public T read(Node node) {
        Node.Fields fields = Simple.fields(node);
        B target = builder.get();
        for (Property<T, B> property : properties) {
            property.read(fields, target);
        }
        return Simple.make(() -> build.apply(target));
    }

    @Override
    public Shape shape() {
        return new Shape.Fields(properties.stream().map(Property::shape).toList());
    }
}
