package org.iltlib.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.iltlib.form.Form;
import org.iltlib.form.FormException;
import org.iltlib.form.Node;

/**
 * A kind of entry: its name, the version of its written form, and how to bring an older version up to date. A record
 * written by one version of the library opens in every later one.
 *
 * <p>A kind of version n has n - 1 steps, from each version to the next. A kind with a step too few or too many cannot
 * be made, so that no older body is found unreadable years later.
 *
 * <pre>{@code
 * static final Kind<Commitment> KIND = Kind.of("commitment", 3, Commitment.class, Commitment.FORM,
 *         first -> first.with("status", new Node.Text("OPEN")),
 *         second -> second.renamed("who", "owner"));
 * }</pre>
 *
 * <p>Not every change needs a version: an optional property may be added without one. Older bodies do not have it, and
 * older libraries skip it.
 *
 * <p>An entry keeps its body as it was written, in the version in which it was written, for ever: steps work on what is
 * read, never on what is stored. So a library that is older than an entry can load, verify, cite, append after, export
 * and import it, and is only refused when it asks for the value.
 *
 * @param <T> the type of entry
 */
public final class Kind<T extends Recordable> {
    private final String name;
    private final int version;
    private final Class<T> type;
    private final Form<T> form;
    private final List<UnaryOperator<Node.Fields>> steps;

    private Kind(String name, int version, Class<T> type, Form<T> form, List<UnaryOperator<Node.Fields>> steps) {
        this.name = Checks.id(name, "kind");
        this.version = (int) Checks.positive(version, "version");
        this.type = type;
        this.form = form;
        this.steps = steps;
        Checks.require(
                steps.size() == version - 1,
                "Kind %s has version %s and %s step(s) from older versions. Expected %s: one from each to the next."
                        + " Maybe a change that keeps older bodies readable needs no new version.",
                name,
                version,
                steps.size(),
                version - 1);
    }

    /**
     * A kind whose written form has reached that version, 1 being the first.
     *
     * @param name the name in the record; lower case, and prefixed by an organisation for kinds outside the library:
     *     {@code acme.survey}
     * @param form the written form of the version
     * @param steps how to bring a body from version 1 to 2, from 2 to 3, and so on up to the version. A step gets the
     *     fields as that version wrote them, perhaps with others that it does not know, which it leaves alone
     * @throws IllegalArgumentException if a step is missing or there is one too many
     */
    @SafeVarargs
    public static <T extends Recordable> Kind<T> of(
            String name, int version, Class<T> type, Form<T> form, UnaryOperator<Node.Fields>... steps) {
        List<UnaryOperator<Node.Fields>> copy = new ArrayList<>(steps.length);
        for (UnaryOperator<Node.Fields> step : steps) {
            copy.add(step);
        }
        return new Kind<>(name, version, type, form, List.copyOf(copy));
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

    /** The written form of the {@link #version()}. */
    public Form<T> form() {
        return form;
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
     * The entry with that body, written by this version or an earlier one. Properties that the form does not know are
     * skipped.
     *
     * @throws FormException if the body is not of that form, or of that version's, or comes from a newer version
     */
    public T read(int bodyVersion, Node body) {
        Checks.positive(bodyVersion, "bodyVersion");
        if (bodyVersion > version) {
            throw new FormException("a body of kind " + name + " has version " + bodyVersion + ", this library knows "
                    + version + ". Maybe update it");
        }
        Node current = body;
        for (int from = bodyVersion; from < version; from++) {
            current = upcast(from, current);
        }
        return form.read(current);
    }

    private Node upcast(int from, Node body) {
        try {
            return steps.get(from - 1).apply((Node.Fields) body);
        } catch (FormException e) {
            throw e;
        } catch (RuntimeException e) {
            FormException wrapped = new FormException("a body of kind " + name + " cannot be brought from version "
                    + from + " to " + (from + 1) + ": it is not as version " + from + " wrote it");
            wrapped.addSuppressed(e);
            throw wrapped;
        }
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
