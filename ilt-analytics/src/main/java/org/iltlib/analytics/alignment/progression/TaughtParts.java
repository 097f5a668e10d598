package org.iltlib.analytics.alignment.progression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.curriculum.StandardId;

/** Where standards are first taught if a unit that teaches a whole teaches its parts, and one that teaches parts a whole. */
final class TaughtParts {
    private final Map<StandardId, Teaching> first;
    private final Map<StandardId, StandardId> wholes;
    private final Map<StandardId, List<StandardId>> parts = new HashMap<>();

    TaughtParts(Map<StandardId, Teaching> first, Map<StandardId, StandardId> wholes) {
        this.first = new LinkedHashMap<>(first);
        this.wholes = wholes;
        wholes.forEach((part, whole) ->
                parts.computeIfAbsent(whole, any -> new ArrayList<>()).add(part));
    }

    /** Where a standard that others need is there: where it or its whole is taught, or the last of all of its parts. */
    Optional<Teaching> findNeed(StandardId id) {
        return need(id, new HashSet<>());
    }

    private Optional<Teaching> need(StandardId id, Set<StandardId> seen) {
        Optional<Teaching> named = named(id);
        List<StandardId> own = parts.getOrDefault(id, List.of());
        if (named.isPresent() || own.isEmpty() || !seen.add(id)) {
            return named;
        }
        List<Teaching> all = new ArrayList<>();
        for (StandardId part : own) {
            Optional<Teaching> one = need(part, seen);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return all.stream().max(Teaching.BY_TIME);
    }

    /** Where a standard that needs others begins: where it, its whole or the first of its parts is taught. */
    Optional<Teaching> findUse(StandardId id) {
        List<Teaching> all = new ArrayList<>();
        named(id).ifPresent(all::add);
        Set<StandardId> seen = new HashSet<>(Set.of(id));
        List<StandardId> open = new ArrayList<>(parts.getOrDefault(id, List.of()));
        for (int i = 0; i < open.size(); i++) {
            if (seen.add(open.get(i))) {
                Optional.ofNullable(first.get(open.get(i))).ifPresent(all::add);
                open.addAll(parts.getOrDefault(open.get(i), List.of()));
            }
        }
        return earliest(all);
    }

    /** Where it or a whole of it is named first. */
    private Optional<Teaching> named(StandardId id) {
        List<Teaching> all = new ArrayList<>();
        Set<StandardId> seen = new HashSet<>();
        Optional<StandardId> next = Optional.of(id);
        while (next.isPresent() && seen.add(next.get())) {
            Optional.ofNullable(first.get(next.get())).ifPresent(all::add);
            next = Optional.ofNullable(wholes.get(next.get()));
        }
        return earliest(all);
    }

    private static Optional<Teaching> earliest(List<Teaching> all) {
        Comparator<Teaching> byTime = Teaching.BY_TIME;
        return all.stream().min(byTime);
    }
}
