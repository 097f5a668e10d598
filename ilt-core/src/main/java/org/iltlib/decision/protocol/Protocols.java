package org.iltlib.decision.protocol;

import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.team.Office;

/** Protocols ready for use. */
public final class Protocols {
    /** Fist to five where three and more support it and lower values call for another round. */
    public static final DecisionProtocol FIST_TO_FIVE_CLASSIC = FistToFive.of(FistToFive.Semantics.CLASSIC);

    /** Fist to five where one finger means "I do not block" and only a fist stops it. */
    public static final DecisionProtocol FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS =
            FistToFive.of(FistToFive.Semantics.ONLY_THE_FIST_BLOCKS);

    /** Classic fist to five, decided by majority from the third round on. */
    public static final DecisionProtocol FIST_TO_FIVE_THEN_MAJORITY =
            FistToFive.of(FistToFive.Semantics.MAJORITY_AFTER_TWO_ROUNDS);

    /** More than half of the votes cast. */
    public static final DecisionProtocol MAJORITY = Majority.of(Threshold.MAJORITY);

    /** At least two thirds of the votes cast. */
    public static final DecisionProtocol TWO_THIRDS = Majority.of(Threshold.TWO_THIRDS);

    /** Nobody against, somebody in favour. */
    public static final DecisionProtocol UNANIMITY = new Unanimity(false);

    /** Everybody entitled in favour. */
    public static final DecisionProtocol STRICT_UNANIMITY = new Unanimity(true);

    /** No reasoned objection, in at most three rounds. */
    public static final DecisionProtocol CONSENT = new Consent(3);

    /** Nobody blocks, at most one stands aside. */
    public static final DecisionProtocol CONSENSUS = new Consensus(1);

    /** The principal decides after the team has said what it recommends. */
    public static final DecisionProtocol PRINCIPAL_RESERVED = new PrincipalReserved(Office.PRINCIPAL);

    private Protocols() {}
}
