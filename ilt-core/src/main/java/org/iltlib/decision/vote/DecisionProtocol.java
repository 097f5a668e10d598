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

    /** What an objection, raised by name beside the ballots, does to a protocol. */
    enum Objections {
        /** It is not heard: whoever is against says so with a ballot. */
        UNHEARD,
        /** Once tested and found valid it stands as its objector's answer; found invalid or overridden it stops nothing. */
        TESTED,
        /** It is its objector's block, and stands if enough of the team confirm and support it; their names are recorded. */
        CONFIRMED,
        /** It is its objector's answer, and ballots alone say what comes of it. */
        COUNTED
    }

    /** What an objection does; not heard unless said otherwise. */
    default Objections objections() {
        return Objections.UNHEARD;
    }

    /**
     * Whether only how many say what matters and never who says it, so that an anonymous vote can be counted by it; not
     * unless said otherwise.
     */
    default boolean countsHeads() {
        return false;
    }

    /** Whether it can adopt anything at all; false for one that only takes the temperature. */
    default boolean isBinding() {
        return true;
    }
}
