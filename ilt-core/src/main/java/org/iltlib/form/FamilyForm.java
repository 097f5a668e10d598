package org.iltlib.form;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of a family: several types with a common parent, each written as an object with a tag that names the type.
 *
 * <pre>{@code
 * static final Form<CompositionRule> FORM = Forms.<CompositionRule>family("rule")
 *         .when("sizeRange", SizeRange.class, SizeRange.FORM)
 *         .when("requiredRole", RequiredRole.class, RequiredRole.FORM);
 * }</pre>
 *
 * @param <T> the common parent
 */
public final class FamilyForm<T> implements Form<T> {
    private final String tag;
    private final Map<String, Member<? extends T>> members;

    private record Member<M>(Class<M> type, Form<M> form) {
        Node write(Object value) {
            return form.write(type.cast(value));
        }
    }

    private FamilyForm(String tag, Map<String, Member<? extends T>> members) {
        this.tag = tag;
        this.members = members;
    }

    static <T> FamilyForm<T> start(String tag) {
        return new FamilyForm<>(tag, Map.of());
    }

    /**
     * Adds a member. Its form must be one of an object that has no property named like the tag.
     *
     * @param name the value of the tag
     */
    public <M extends T> FamilyForm<T> when(String name, Class<M> type, Form<M> form) {
        Map<String, Member<? extends T>> longer = new LinkedHashMap<>(members);
        if (longer.put(name, new Member<>(type, form)) != null) {
            throw new IllegalArgumentException("The family has a member \"" + name + "\" already.");
        }
        return new FamilyForm<>(tag, longer);
    }

    @Override
    public Shape shape() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        members.forEach((name, member) -> shapes.put(name, member.form().shape()));
        return new Shape.Family(tag, shapes);
    }

    @Override
    public Node write(T value) {
        for (Map.Entry<String, Member<? extends T>> entry : members.entrySet()) {
            if (entry.getValue().type().isInstance(value)) {
                Node.Fields written = Simple.fields(entry.getValue().write(value));
                Map<String, Node> fields = new LinkedHashMap<>();
                fields.put(tag, new Node.Text(entry.getKey()));
                fields.putAll(written.values());
                return new Node.Fields(fields);
            }
        }
        throw new IllegalArgumentException("No form for " + value.getClass().getSimpleName() + "; the family has "
                + members.keySet() + ". Maybe add it with when(...).");
    }

    @Override
    public T read(Node node) {
        Node.Fields fields = Simple.fields(node);
        String name = Simple.field(fields, tag, Forms.TEXT);
        Member<? extends T> member = members.get(name);
        if (member == null) {
            throw new FormException("expected one of " + members.keySet()
                            + ", found another word. Maybe it was written by a newer version")
                    .inside(tag);
        }
        return member.form().read(fields);
    }
}
