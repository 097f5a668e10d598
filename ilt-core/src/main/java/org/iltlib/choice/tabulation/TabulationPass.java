package org.iltlib.choice.tabulation;

import java.util.List;
import org.iltlib.choice.TieNote;

/**
 * One run through the rounds; most elections have one, {@link ElectionMode#PASSES} has one for each seat.
 *
 * @param rounds the rounds in order
 * @param elected those elected, as names, in the order of their election
 * @param ties the ties met, in order, as indices of candidates
 */
public record TabulationPass(List<TabulationRound> rounds, List<String> elected, List<TieNote> ties) {
    /** Copies. */
    public TabulationPass {
        rounds = List.copyOf(rounds);
        elected = List.copyOf(elected);
        ties = List.copyOf(ties);
    }
}
