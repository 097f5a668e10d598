package org.iltlib.decision.vote;

import java.util.List;

/**
 * A way to get from ballots to an outcome: a pure function. The order of ballots never matters, nor who is called what.
 *
 * <p>Every protocol checks in this order and stops at the first that ends the matter: process, eligibility and recusal,
 * quorum, blocks, threshold, ties. Each step is a line of the outcome's explanation.
 */
public interface DecisionProtocol {

    /** What it is called, with its semantics: {@code fist to five (classic)}. */
    String name();

    /**
     * The outcome of these ballots.
     *
     * @throws IllegalArgumentException if a ballot comes from somebody without a seat
     */
    Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context);

    /** Whether it can adopt anything at all; false for one that only takes the temperature. */
    default boolean isBinding() {
        return true;
    }
}
