package org.iltlib.choice.tabulation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.iltlib.choice.Rational;

/**
 * What counts for nobody in a round, by reason. Immutable.
 *
 * @param byReason the votes for each reason; a reason without votes may be missing
 */
public record InactiveBallots(Map<InactiveReason, Rational> byReason) {
    /** Copies; drops zeros. */
    public InactiveBallots {
        Map<InactiveReason, Rational> copy = new EnumMap<>(InactiveReason.class);
        byReason.forEach((reason, votes) -> {
            if (votes.signum() != 0) {
                copy.put(reason, votes);
            }
        });
        byReason = Collections.unmodifiableMap(copy);
    }

    /** The votes for that reason; zero if there are none. */
    public Rational votes(InactiveReason reason) {
        return byReason.getOrDefault(reason, Rational.ZERO);
    }

    /** The votes for all reasons. */
    public Rational total() {
        return byReason.values().stream().reduce(Rational.ZERO, Rational::plus);
    }
}
