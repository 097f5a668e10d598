package org.iltlib.curriculum.version;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Standard;

/**
 * What became of a standard. Several things may happen to one: it can be reworded and moved at once.
 *
 * @param before as it was; empty if it is new
 * @param after as it is, one for each successor; empty if it is gone
 * @param kinds what happened, at least one
 * @param by by what the successors are known, in their order
 */
public record StandardChange(Optional<Standard> before, List<Standard> after, Set<Kind> kinds, List<MatchedBy> by) {
    /** What can happen to a standard. */
    public enum Kind {
        /** It was not there before. */
        ADDED("added"),
        /** It is there no more, and nothing takes its place. */
        REMOVED("removed"),
        /** Its words, grades or subject changed. */
        REWORDED("changed"),
        /** It stands below another standard. */
        MOVED("moved"),
        /** It has another code, by the spellings of the policy. */
        RECODED("re-coded"),
        /** It has another id. */
        REIDENTIFIED("re-identified"),
        /** Several take its place. */
        SPLIT("split"),
        /** One takes its place and that of others. */
        MERGED("merged");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Copies, and checks that something happened. */
    public StandardChange {
        after = List.copyOf(after);
        by = List.copyOf(by);
        Checks.notEmpty(kinds, "kinds");
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    /** What it was and is, each part that differs: {@code code 3.OA.1 → 3.OA.A.1}. For the first successor. */
    public List<String> differences() {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        Standard old = before.get();
        Standard young = after.get(0);
        List<String> parts = new ArrayList<>();
        part("code", old.code(), young.code(), parts);
        part("statement", Optional.of(old.statement()), Optional.of(young.statement()), parts);
        part("grades", Optional.of(old.grades()), Optional.of(young.grades()), parts);
        part("subject", old.subject(), young.subject(), parts);
        return parts;
    }

    private static void part(String name, Optional<?> before, Optional<?> after, List<String> parts) {
        if (!before.equals(after)) {
            parts.add(name + " " + told(before) + " → " + told(after));
        }
    }

    private static String told(Optional<?> value) {
        return value.map(Object::toString).orElse("none");
    }

    /** Such as {@code 3.OA.A.1: moved, re-coded}. */
    @Override
    public String toString() {
        String label =
                before.or(() -> after.stream().findFirst()).map(Standard::label).orElse("");
        return label + ": "
                + String.join(", ", kinds.stream().map(Kind::toString).toList());
    }
}
