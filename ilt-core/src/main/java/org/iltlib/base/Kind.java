package org.iltlib.base;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;

/**
 * A kind of entry: its name, the version of its written form, and how to bring an older version up to date. A record
 * written by one version of the library opens in every later one.
 *
 * <pre>{@code
 * static final Kind<Commitment> KIND = Kind.of("commitment", 2, Commitment.class, Commitment.FORM)
 *         .upcasting(1, old -> old.with("status", new Node.Text("OPEN")));
 * }</pre>
 *
 * @param <T> the type of entry
 */
public final class Kind<T extends Recordable> {
    private final String name;
    private final int version;
    private final Class<T> type;
    private final Form<T> form;
    private final Map<Integer, UnaryOperator<Node.Fields>> upcasters;

    private Kind(
            String name, int version, Class<T> type, Form<T> form, Map<Integer, UnaryOperator<Node.Fields>> upcasters) {
        this.name = Checks.id(name, "kind");
        this.version = (int) Checks.positive(version, "version");
        this.type = type;
        this.form = form;
        this.upcasters = upcasters;
    }

    /**
     * A kind whose written form has reached that version, 1 being the first.
     *
     * @param name the name in the record; lower case, and prefixed by an organisation for kinds outside the library:
     *     {@code acme.survey}
     */
    public static <T extends Recordable> Kind<T> of(String name, int version, Class<T> type, Form<T> form) {
        return new Kind<>(name, version, type, form, Map.of());
    }

    /** A copy that can bring a body of that version to the next. */
    public Kind<T> upcasting(int from, UnaryOperator<Node.Fields> step) {
        Checks.require(from >= 1 && from < version, "from is %s. Expected 1 to %s.", from, version - 1);
        Map<Integer, UnaryOperator<Node.Fields>> more = new TreeMap<>(upcasters);
        more.put(from, step);
        return new Kind<>(name, version, type, form, more);
    }

    /** The name in the record. */
    public String name() {
        return name;
    }

    /** The version that is written. */
    public int version() {
        return version;
    }

    /** The type of entry. */
    public Class<T> type() {
        return type;
    }

    /**
     * The body of an entry of this kind.
     *
     * @throws ClassCastException if the entry is of another type
     */
    public Node write(Recordable entry) {
        return form.write(type.cast(entry));
    }

    /**
     * The entry with that body, written by this version or an earlier one.
     *
     * @throws FormException if the body is not of that form, or comes from a newer version, or from an older one that
     *     nothing brings up to date
     */
    public T read(int bodyVersion, Node body) {
        if (bodyVersion > version) {
            throw new FormException("a body of kind " + name + " has version " + bodyVersion + ", this library knows "
                    + version + ". Maybe update it");
        }
        Node current = body;
        for (int step = bodyVersion; step < version; step++) {
            UnaryOperator<Node.Fields> upcaster = upcasters.get(step);
            if (upcaster == null || !(current instanceof Node.Fields fields)) {
                throw new FormException(
                        "a body of kind " + name + " has version " + step + " and nothing brings it to " + version);
            }
            current = upcaster.apply(fields);
        }
        return form.read(current);
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
