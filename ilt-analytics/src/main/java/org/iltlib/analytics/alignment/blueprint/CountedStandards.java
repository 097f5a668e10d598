package org.iltlib.analytics.alignment.blueprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * What counts as one standard below some topics. As a rule it is what has nothing below it. But where somebody ties an item
 * to a standard that has parts, that standard counts as one and stands for its parts, so that what asks for the whole is
 * not lost and its parts are not told as gaps. A topic never stands for what is below it: an item that is tied to it asks
 * for no standard in particular. Immutable; linear in the framework times its depth.
 */
public final class CountedStandards {
    private final Map<StandardId, StandardId> counted;
    private final List<Standard> standards;

    private CountedStandards(Map<StandardId, StandardId> counted, List<Standard> standards) {
        this.counted = counted;
        this.standards = List.copyOf(standards);
    }

    /**
     * What counts below those topics.
     *
     * @param topics the topics; of nested ones a standard belongs to the nearest
     * @param named the standards that items are tied to
     */
    public static CountedStandards of(
            StandardsFramework framework, Collection<StandardId> topics, Collection<StandardId> named) {
        Set<StandardId> headings = new LinkedHashSet<>(topics);
        Set<StandardId> said = new LinkedHashSet<>(named);
        Map<StandardId, StandardId> counted = new LinkedHashMap<>();
        Set<StandardId> whole = new LinkedHashSet<>();
        for (Standard item : framework.items()) {
            boolean leaf = framework.listChildren(item.id()).isEmpty();
            highest(framework, headings, said, item, leaf).ifPresent(one -> {
                counted.put(item.id(), one);
                if (leaf) {
                    whole.add(one);
                }
            });
        }
        return new CountedStandards(
                counted,
                framework.items().stream()
                        .filter(item -> whole.contains(item.id()))
                        .toList());
    }

    /** The highest below its topic that is named; else the standard itself if nothing is below it. */
    private static Optional<StandardId> highest(
            StandardsFramework framework, Set<StandardId> topics, Set<StandardId> named, Standard item, boolean leaf) {
        Optional<StandardId> found = leaf ? Optional.of(item.id()) : Optional.empty();
        if (topics.contains(item.id())) {
            return found;
        }
        List<StandardId> path = new ArrayList<>(List.of(item.id()));
        framework.listAncestors(item.id()).forEach(above -> path.add(above.id()));
        for (StandardId one : path) {
            if (topics.contains(one)) {
                return found;
            }
            found = named.contains(one) ? Optional.of(one) : found;
        }
        return Optional.empty();
    }

    /** What counts, in the order of the framework. */
    public List<Standard> list() {
        return standards;
    }

    /** The standard as which that one counts; empty for a topic, for what is below none, and for a heading. */
    public Optional<StandardId> find(StandardId standard) {
        return Optional.ofNullable(counted.get(standard));
    }
}
