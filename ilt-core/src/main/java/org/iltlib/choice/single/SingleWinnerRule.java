package org.iltlib.choice.single;

import java.util.Set;
import org.iltlib.choice.Count;
import org.iltlib.choice.Profile;
import org.iltlib.choice.TieChain;

/**
 * A rule from ranked ballots to one winner, or to all that it cannot separate. Implementations are immutable, depend on
 * the ballots alone, and treat voters alike and alternatives alike.
 */
public interface SingleWinnerRule {
    /** Its name, for a command line: {@code ranked-pairs}. */
    String ruleName();

    /** The axioms that it keeps. */
    Set<Axiom> axioms();

    /**
     * Counts the ballots.
     *
     * @throws IllegalArgumentException if the rule cannot count such ballots: the message says why
     */
    Count count(Profile profile);

    /**
     * The rule in which this chain chooses who of the lowest leaves; itself if the rule has no such ties or takes no
     * chain for them.
     */
    default SingleWinnerRule withTies(TieChain chain) {
        return this;
    }
}
