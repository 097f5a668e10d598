package org.iltlib.curriculum.version;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * What became of each standard of one version in the next: one successor, several (it was split), one that it shares with
 * others (they were merged), or none. Immutable. Made in linear time.
 *
 * <p>A standard that keeps its id follows itself. Where the publisher has said {@code replacedBy}, in either version,
 * that counts, through intermediate versions too. What is left is matched by code, then by the exact statement, only
 * where that names one standard on each side; a resemblance is never taken for a match.
 */
public final class Succession {
    private final StandardsFramework before;
    private final StandardsFramework after;
    private final Map<StandardId, Map<StandardId, MatchedBy>> forward = new LinkedHashMap<>();
    private final Map<StandardId, Map<StandardId, MatchedBy>> backward = new LinkedHashMap<>();

    private Succession(StandardsFramework before, StandardsFramework after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The succession from one version to the next.
     *
     * @throws IllegalArgumentException if {@code replacedBy} leads round in a circle
     */
    public static Succession between(StandardsFramework before, StandardsFramework after, CodePolicy policy) {
        Succession succession = new Succession(before, after);
        Map<StandardId, List<StandardId>> replaced = replacements(before, after);
        for (Standard item : before.items()) {
            for (StandardId id : ends(item.id(), replaced, after)) {
                succession.add(item.id(), id, MatchedBy.REPLACED_BY);
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

    private static Map<StandardId, List<StandardId>> replacements(StandardsFramework before, StandardsFramework after) {
        Map<StandardId, List<StandardId>> replaced = new HashMap<>();
        for (StandardsFramework one : List.of(before, after)) {
            for (Association association : one.associations()) {
                if (association.type().equals(AssociationType.REPLACED_BY)) {
                    List<StandardId> ends = replaced.computeIfAbsent(association.origin(), any -> new ArrayList<>());
                    if (!ends.contains(association.destination())) {
                        ends.add(association.destination());
                    }
                }
            }
        }
        refuseCircle(replaced);
        return replaced;
    }

    /** Depth first without recursion: grey while on the way, black when done. */
    private static void refuseCircle(Map<StandardId, List<StandardId>> replaced) {
        Set<StandardId> grey = new LinkedHashSet<>();
        Set<StandardId> black = new HashSet<>();
        for (StandardId start : replaced.keySet()) {
            Deque<StandardId> stack = new ArrayDeque<>(List.of(start));
            while (!stack.isEmpty()) {
                StandardId id = stack.peek();
                if (black.contains(id)) {
                    stack.pop();
                    continue;
                }
                if (!grey.add(id)) {
                    stack.pop();
                    grey.remove(id);
                    black.add(id);
                    continue;
                }
                for (StandardId next : replaced.getOrDefault(id, List.of())) {
                    Checks.require(
                            !grey.contains(next),
                            "replacedBy leads from \"%s\" round to itself. Maybe one association is the wrong way round.",
                            next);
                    stack.push(next);
                }
            }
        }
    }

    /** Where the replacements of an id end: in the later version as soon as it is there, whatever lies beyond. */
    private static Set<StandardId> ends(
            StandardId start, Map<StandardId, List<StandardId>> replaced, StandardsFramework after) {
        Set<StandardId> ends = new LinkedHashSet<>();
        Set<StandardId> seen = new HashSet<>(Set.of(start));
        Deque<StandardId> queue = new ArrayDeque<>(replaced.getOrDefault(start, List.of()));
        while (!queue.isEmpty()) {
            StandardId id = queue.remove();
            if (seen.add(id)) {
                if (after.findStandard(id).isPresent()) {
                    ends.add(id);
                } else {
                    queue.addAll(replaced.getOrDefault(id, List.of()));
                }
            }
        }
        return ends;
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

    /** The standards that this leads back to, from the later version to the earlier. */
    public Succession inverse() {
        Succession inverse = new Succession(after, before);
        backward.forEach((to, froms) -> froms.forEach((from, how) -> inverse.add(to, from, how)));
        return inverse;
    }
}
