package org.iltlib.decision.vote;

import java.util.List;

/**
 * A way to get from ballots to an outcome: a pure function. The order of ballots never matters, nor who is called what.
 *
 * <p>Every protocol checks in this order and stops at the first that ends the matter: process (rules that nobody could
 * meet among it), eligibility and recusal, quorum, blocks, threshold, ties. Each step is a line of the outcome's
 * explanation. {@link Tally} keeps that order for whoever writes a protocol.
 */
public interface DecisionProtocol {

    /** What it is called, with its semantics: {@code fist to five (classic)}. */
    String name();

    /**
     * The outcome of these ballots.
     *
     * @throws IllegalArgumentException if a ballot comes from somebody who neither holds a seat nor stands in for one who does
     */
    Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context);

    /** Whether it can adopt anything at all; false for one that only takes the temperature. */
    default boolean isBinding() {
        return true;
    }
}
