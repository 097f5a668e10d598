package org.iltlib.choice.tabulation;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;

/**
 * Votes that went from one candidate to another after a round.
 *
 * @param from whose votes they were
 * @param to who got them; nobody if they count for nobody from then on
 * @param votes how many
 */
public record VoteTransfer(String from, Optional<String> to, Rational votes) {
    /** Checks the name. */
    public VoteTransfer {
        Checks.text(from, "from");
    }
}
