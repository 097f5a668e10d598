package org.iltlib.choice;

import java.util.List;

/**
 * What a tie-break may look at.
 *
 * @param profile the ballots
 * @param rounds the rounds so far, oldest first; the last is the one with the tie
 */
public record TieContext(Profile profile, List<CountRound> rounds) {
    /** Copies. */
    public TieContext {
        rounds = List.copyOf(rounds);
    }
}
