package org.iltlib.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;

/**
 * The kinds that a program knows, by name: for reading entries whose kind is not known beforehand. Immutable; there is
 * no global list, each program names its own.
 */
public final class Kinds {
    private final Map<String, Kind<? extends Recordable>> byName;

    private Kinds(Map<String, Kind<? extends Recordable>> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * These kinds.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Kinds of(Kind<?>... kinds) {
        return new Kinds(new TreeMap<>()).with(kinds);
    }

    /**
     * A copy that knows these as well.
     *
     * @throws IllegalArgumentException if a name is taken
     */
    public Kinds with(Kind<?>... more) {
        Map<String, Kind<? extends Recordable>> all = new TreeMap<>(byName);
        for (Kind<?> kind : more) {
            Checks.require(
                    all.put(kind.name(), kind) == null,
                    "There is a kind \"%s\" already. Maybe prefix the name by the organisation: acme.%s.",
                    kind.name(),
                    kind.name());
        }
        return new Kinds(all);
    }

    /** The names, in order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The kind of that name. */
    public Optional<Kind<? extends Recordable>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException if it is not known
     */
    public Kind<? extends Recordable> get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no kind \"" + name + "\" among " + Arrays.toString(names().toArray())
                                + ". Maybe it comes from a newer version or another organisation."));
    }

    /**
     * What was recorded, if the kind is known.
     *
     * @throws org.iltlib.form.FormException if the body does not have the form of its kind, or a newer version of it
     */
    public Optional<Recordable> read(Entry entry) {
        return find(entry.kind()).map(kind -> entry.as(kind));
    }
}
