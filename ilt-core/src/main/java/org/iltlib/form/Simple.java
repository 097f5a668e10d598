package org.iltlib.form;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The parts that every form is made of. */
final class Simple {
    private Simple() {}

    static <T> Form<T> of(Supplier<Shape> shape, Function<T, Node> write, Function<Node, T> read) {
        return new Form<>() {
            @Override
            public Node write(T value) {
                return write.apply(value);
            }

            @Override
            public T read(Node node) {
                return read.apply(node);
            }

            @Override
            public Shape shape() {
                return shape.get();
            }
        };
    }

    static <T> Form<T> plain(String name, Function<T, Node> write, Function<Node, T> read) {
        return of(() -> new Shape.Plain(name), write, read);
    }

    static Shape.Property property(String name, Form<?> form) {
        return new Shape.Property(name, form.shape(), !form.mayBeAbsent());
    }

    static Shape properties(Shape.Property... properties) {
        return new Shape.Fields(List.of(properties));
    }

    static Node.Fields fields(Node node) {
        if (node instanceof Node.Fields fields) {
            return fields;
        }
        throw new FormException("expected an object, found " + describe(node));
    }

    static <A> A field(Node.Fields fields, String name, Form<A> form) {
        Node node = fields.find(name).orElse(null);
        if (node == null) {
            if (form.mayBeAbsent()) {
                return form.read(new Node.Nothing());
            }
            throw new FormException("the property is missing").inside(name);
        }
        try {
            return form.read(node);
        } catch (FormException e) {
            throw e.inside(name);
        }
    }

    static <A> void put(Map<String, Node> fields, String name, Form<A> form, A value) {
        Node node = form.write(value);
        if (!(node instanceof Node.Nothing)) {
            fields.put(name, node);
        }
    }

    static <A> Node.Fields fields(String name, Form<A> form, A value) {
        Map<String, Node> fields = new java.util.LinkedHashMap<>();
        put(fields, name, form, value);
        return new Node.Fields(fields);
    }

    /** Calls a constructor; what it refuses is a fault of what was written. */
    static <T> T make(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (FormException e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            FormException wrapped = new FormException("the value is not valid: " + e.getMessage());
            wrapped.addSuppressed(e);
            throw wrapped;
        }
    }

    static String describe(Node node) {
        if (node instanceof Node.Text) {
            return "a text";
        } else if (node instanceof Node.Numeral) {
            return "a number";
        } else if (node instanceof Node.Flag) {
            return "true or false";
        } else if (node instanceof Node.Items) {
            return "a list";
        } else if (node instanceof Node.Fields) {
            return "an object";
        }
        return "nothing";
    }
}
