package org.iltlib.plan.improvement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Explanation;

/**
 * What hangs in the air, at every edge and both ways.
 *
 * @param edges for every edge, in order, what has nothing on its other side
 */
public record PlanOrphans(Map<PlanEdge, Loose> edges) {
    /** Copies the edges in their order; an edge that is not named has nothing loose. */
    public PlanOrphans {
        Map<PlanEdge, Loose> all = new EnumMap<>(PlanEdge.class);
        for (PlanEdge edge : PlanEdge.values()) {
            all.put(edge, edges.getOrDefault(edge, new Loose(List.of(), List.of())));
        }
        edges = Collections.unmodifiableMap(all);
    }

    /**
     * The loose ends of an edge, by id, in the order of the plan.
     *
     * @param unfollowed what lies above and leads to nothing below: a goal without an action
     * @param unfounded what lies below and comes from nothing above: an action without a goal
     */
    public record Loose(List<String> unfollowed, List<String> unfounded) {
        /** Copies the lists. */
        public Loose {
            unfollowed = List.copyOf(unfollowed);
            unfounded = List.copyOf(unfounded);
        }
    }

    /** What lies above that edge and leads to nothing below. */
    public List<String> unfollowed(PlanEdge edge) {
        return at(edge).unfollowed();
    }

    /** What lies below that edge and comes from nothing above. */
    public List<String> unfounded(PlanEdge edge) {
        return at(edge).unfounded();
    }

    private Loose at(PlanEdge edge) {
        return edges.getOrDefault(edge, new Loose(List.of(), List.of()));
    }

    /** Whether nothing hangs in the air. */
    public boolean isEmpty() {
        return edges.values().stream()
                .allMatch(loose ->
                        loose.unfollowed().isEmpty() && loose.unfounded().isEmpty());
    }

    /** A line for every edge and side on which something is loose. */
    public Explanation explanation() {
        Explanation explanation =
                Explanation.of(isEmpty() ? "Nothing in the plan hangs in the air." : "The plan has loose ends.");
        for (Map.Entry<PlanEdge, Loose> edge : edges.entrySet()) {
            String above = edge.getKey().above();
            String below = edge.getKey().below();
            for (String id : edge.getValue().unfollowed()) {
                explanation = explanation.because("The %s %s has no %s.", above, id, below);
            }
            for (String id : edge.getValue().unfounded()) {
                explanation = explanation.because("The %s %s has no %s.", below, id, above);
            }
        }
        return explanation;
    }
}
