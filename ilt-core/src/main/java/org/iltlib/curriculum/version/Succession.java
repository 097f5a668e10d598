package org.iltlib.curriculum.version;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * What became of each standard of one version in the next: one successor, several (it was split), one that it shares with
 * others (they were merged), or none. Immutable. Made in time linear in the versions and in the successions that are found.
 *
 * <p>Where the publisher has said {@code replacedBy}, in either version, that counts, through intermediate versions too;
 * but what the earlier version says already of a standard that is in both is no news: it happened before. Otherwise a
 * standard that keeps its id follows itself. What is left is matched by code, then by the exact statement, only where that
 * names one standard on each side; a resemblance is never taken for a match. What {@code replacedBy} names and the later
 * version does not hold is {@linkplain #missing(StandardId) told}.
 */
public final class Succession {
    private final StandardsFramework before;
    private final StandardsFramework after;
    private final Map<StandardId, Map<StandardId, MatchedBy>> forward = new LinkedHashMap<>();
    private final Map<StandardId, Map<StandardId, MatchedBy>> backward = new LinkedHashMap<>();
    private final Map<StandardId, Set<StandardId>> missing = new HashMap<>();

    private Succession(StandardsFramework before, StandardsFramework after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The succession from one version to the next.
     *
     * @throws IllegalArgumentException if {@code replacedBy} leads round in a circle, or is so entangled that following it
     *     takes more than a million steps
     */
    public static Succession between(StandardsFramework before, StandardsFramework after, CodePolicy policy) {
        Succession succession = new Succession(before, after);
        Replacements replacements = Replacements.of(before, after);
        for (Standard item : before.items()) {
            Replacements.Ends ends = replacements.follow(item.id());
            ends.here().forEach(id -> succession.add(item.id(), id, MatchedBy.REPLACED_BY));
            if (!ends.missing().isEmpty()) {
                succession.missing.put(item.id(), ends.missing());
            }
            if (after.findStandard(item.id()).isPresent() && !succession.forward.containsKey(item.id())) {
                succession.add(item.id(), item.id(), MatchedBy.ID);
            }
        }
        UnaryOperator<String> spelling = policy.normaliser();
        succession.match(item -> item.code().map(spelling), MatchedBy.CODE);
        succession.match(item -> Optional.of(item.statement().strip()), MatchedBy.STATEMENT);
        return succession;
    }

    private void add(StandardId from, StandardId to, MatchedBy how) {
        forward.computeIfAbsent(from, any -> new LinkedHashMap<>()).putIfAbsent(to, how);
        backward.computeIfAbsent(to, any -> new LinkedHashMap<>()).putIfAbsent(from, how);
    }

    private void match(Function<Standard, Optional<String>> key, MatchedBy how) {
        Map<String, Optional<StandardId>> old = unmatched(before, forward.keySet(), key);
        Map<String, Optional<StandardId>> young = unmatched(after, backward.keySet(), key);
        old.forEach((text, from) -> {
            Optional<StandardId> to = young.getOrDefault(text, Optional.empty());
            if (from.isPresent() && to.isPresent()) {
                add(from.get(), to.get(), how);
            }
        });
    }

    /** By key, the one standard that has it; empty where several do. */
    private static Map<String, Optional<StandardId>> unmatched(
            StandardsFramework framework, Set<StandardId> matched, Function<Standard, Optional<String>> key) {
        Map<String, Optional<StandardId>> index = new LinkedHashMap<>();
        for (Standard item : framework.items()) {
            key.apply(item)
                    .ifPresent(text -> index.merge(
                            text,
                            matched.contains(item.id()) ? Optional.empty() : Optional.of(item.id()),
                            (one, other) -> Optional.empty()));
        }
        return index;
    }

    /** The earlier version. */
    public StandardsFramework before() {
        return before;
    }

    /** The later version. */
    public StandardsFramework after() {
        return after;
    }

    /** The standards of the later version that follow that one, each with by what it is known; empty if none does. */
    public Map<StandardId, MatchedBy> successors(StandardId id) {
        return Collections.unmodifiableMap(forward.getOrDefault(id, Map.of()));
    }

    /** The standards of the earlier version that lead to that one, each with by what it is known; empty if it is new. */
    public Map<StandardId, MatchedBy> predecessors(StandardId id) {
        return Collections.unmodifiableMap(backward.getOrDefault(id, Map.of()));
    }

    /**
     * What {@code replacedBy} names in place of that standard, at the end of its way, and the later version does not hold;
     * empty if it holds all of it. Then its successors, if it has any, are only a part of what took its place.
     */
    public Set<StandardId> missing(StandardId id) {
        return Collections.unmodifiableSet(missing.getOrDefault(id, Set.of()));
    }

    /** The standards that this leads back to, from the later version to the earlier. */
    public Succession inverse() {
        Succession inverse = new Succession(after, before);
        backward.forEach((to, froms) -> froms.forEach((from, how) -> inverse.add(to, from, how)));
        return inverse;
    }
}
