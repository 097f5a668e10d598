package org.iltlib.decision.vote;

import java.util.List;
import java.util.Optional;

/**
 * How a tie went.
 *
 * @param winner the id of the tied that won; empty if the tie stands
 * @param path each policy tried, in order, with what came of it
 * @param nextStep what to do about a tie that stands, where a policy says so
 */
public record Settled(Optional<String> winner, List<String> path, Optional<String> nextStep) {
    /** Copies the path. */
    public Settled {
        path = List.copyOf(path);
    }
}
