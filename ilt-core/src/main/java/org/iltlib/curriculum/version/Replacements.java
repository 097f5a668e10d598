package org.iltlib.curriculum.version;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/** What publishers say about what takes the place of what, followed from one version to the next. Not thread-safe. */
final class Replacements {
    /** How many steps are taken in all; far more than any framework has replacements. */
    private static final int MOST_STEPS = 1_000_000;

    private final StandardsFramework after;
    private final Map<StandardId, Set<StandardId>> replaced;
    private final Map<StandardId, Set<StandardId>> told;
    private final Map<StandardId, StandardId> jumps = new HashMap<>();
    private int steps;

    /**
     * Where the replacements of a standard end.
     *
     * @param here in the later version
     * @param missing where nothing follows, and the later version does not hold it
     */
    record Ends(Set<StandardId> here, Set<StandardId> missing) {}

    private Replacements(
            StandardsFramework after,
            Map<StandardId, Set<StandardId>> told,
            Map<StandardId, Set<StandardId>> replaced) {
        this.after = after;
        this.told = told;
        this.replaced = replaced;
    }

    static Replacements of(StandardsFramework before, StandardsFramework after) {
        Map<StandardId, Set<StandardId>> told = new HashMap<>();
        read(before, told);
        Map<StandardId, Set<StandardId>> replaced = new HashMap<>();
        read(before, replaced);
        read(after, replaced);
        refuseCircle(replaced);
        return new Replacements(after, told, replaced);
    }

    private static void read(StandardsFramework one, Map<StandardId, Set<StandardId>> into) {
        for (Association association : one.associations()) {
            if (association.type().equals(AssociationType.REPLACED_BY)) {
                into.computeIfAbsent(association.origin(), any -> new LinkedHashSet<>())
                        .add(association.destination());
            }
        }
    }

    /** Depth first without recursion: grey while on the way, black when done. */
    private static void refuseCircle(Map<StandardId, Set<StandardId>> replaced) {
        Set<StandardId> grey = new HashSet<>();
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
                for (StandardId next : replaced.getOrDefault(id, Set.of())) {
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
    Ends follow(StandardId start) {
        Ends ends = new Ends(new LinkedHashSet<>(), new LinkedHashSet<>());
        Set<StandardId> seen = new HashSet<>();
        Deque<StandardId> queue = new ArrayDeque<>(news(start));
        while (!queue.isEmpty()) {
            StandardId id = jump(queue.remove());
            step();
            if (seen.add(id)) {
                Set<StandardId> next = replaced.getOrDefault(id, Set.of());
                if (after.findStandard(id).isPresent()) {
                    ends.here().add(id);
                } else if (next.isEmpty()) {
                    ends.missing().add(id);
                } else {
                    queue.addAll(next);
                }
            }
        }
        return ends;
    }

    /** What takes the place of that one; not what the earlier version says of a standard that the later one still has. */
    private Collection<StandardId> news(StandardId start) {
        Set<StandardId> all = replaced.getOrDefault(start, Set.of());
        if (all.isEmpty() || after.findStandard(start).isEmpty()) {
            return all;
        }
        Set<StandardId> fresh = new LinkedHashSet<>(all);
        fresh.removeAll(told.getOrDefault(start, Set.of()));
        return fresh;
    }

    /** The end of the chain of single replacements from there, each of which is walked once. */
    private StandardId jump(StandardId start) {
        List<StandardId> walked = new ArrayList<>();
        StandardId id = start;
        while (after.findStandard(id).isEmpty()) {
            StandardId known = jumps.get(id);
            Set<StandardId> next = replaced.getOrDefault(id, Set.of());
            if (known == null && next.size() != 1) {
                break;
            }
            walked.add(id);
            if (known != null) {
                id = known;
                break;
            }
            id = next.iterator().next();
        }
        for (StandardId one : walked) {
            jumps.put(one, id);
        }
        return id;
    }

    private void step() {
        Checks.require(
                ++steps <= MOST_STEPS,
                "replacedBy takes more than %s steps to follow. Maybe everything is replaced by everything.",
                MOST_STEPS);
    }
}
