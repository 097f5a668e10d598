package org.iltlib.analytics.deciding;

import java.util.List;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.ladder.Ladder;
import org.iltlib.decision.ladder.Ladder.Step;
import org.iltlib.decision.protocol.GradientScale;
import org.iltlib.decision.protocol.GradientsOfAgreement;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Threshold;

/** Procedures ready to be compared. Where rounds run out and nobody else decides, things stay as they are. */
public final class Procedures {
    /** The principal decides after the others have said yes or no. */
    public static final Procedure PRINCIPAL =
            Procedure.of("principal decides, team advises", Protocols.PRINCIPAL_RESERVED, 3);

    /** More than half of the votes cast, hands up. */
    public static final Procedure SHOW_OF_HANDS = Procedure.of("majority, show of hands", Protocols.MAJORITY, 1);

    /** More than half of the votes cast, by secret ballot. */
    public static final Procedure SECRET_BALLOT =
            Procedure.of("majority, secret ballot", Protocols.MAJORITY, 1).bySecretBallot();

    /** At least two thirds of the votes cast, by secret ballot. */
    public static final Procedure TWO_THIRDS =
            Procedure.of("two thirds, secret ballot", Protocols.TWO_THIRDS, 1).bySecretBallot();

    /** Nobody against, by secret ballot. */
    public static final Procedure UNANIMITY =
            Procedure.of("unanimity, secret ballot", Protocols.UNANIMITY, 1).bySecretBallot();

    /** Fist to five, three and more support; at most three rounds. */
    public static final Procedure FIST_TO_FIVE =
            Procedure.of("fist to five, classic", Protocols.FIST_TO_FIVE_CLASSIC, 3);

    /** Fist to five, only the fist blocks; at most three rounds. */
    public static final Procedure ONLY_THE_FIST =
            Procedure.of("fist to five, only the fist blocks", Protocols.FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS, 3);

    /** Gradients of agreement: at least three quarters at level 3 or better, a veto stops; at most three rounds. */
    public static final Procedure GRADIENTS = Procedure.of(Ladder.builder()
            .name("gradients, 75 % at level 3")
            .addSteps(Step.builder()
                    .name("gradients")
                    .protocol(new GradientsOfAgreement(
                            GradientScale.KANER_CURRENT, 3, Minimum.atLeast(Fraction.percent(75))))
                    .maxRounds(3)
                    .build())
            .build());

    /** Consent, everybody asked in turn, at most three rounds, then the wider circle. */
    public static final Procedure CONSENT =
            Procedure.of("consent", Protocols.CONSENT, 3).inTurn().elseBy("the next broader circle");

    /** Consensus with at most one standing aside, everybody asked in turn; at most three rounds. */
    public static final Procedure CONSENSUS =
            Procedure.of("consensus", Protocols.CONSENSUS, 3).inTurn();

    /** Consensus in two rounds, then 80 % of the votes cast; without them things stay as they are. */
    public static final Procedure CONSENSUS_THEN_VOTE = Procedure.of(Ladder.builder()
                    .name("consensus, then 80 %")
                    .addSteps(
                            twoRounds(),
                            Step.of(
                                    "vote",
                                    Majority.of(
                                            Threshold.of(Minimum.atLeast(Fraction.percent(80)), Threshold.Base.CAST))))
                    .build())
            .inTurn();

    /** Consensus in two rounds, else the superintendent. */
    public static final Procedure CONSENSUS_THEN_AUTHORITY = Procedure.of(Ladder.builder()
                    .name("consensus, else superintendent")
                    .addSteps(twoRounds())
                    .authority("the superintendent")
                    .build())
            .inTurn();

    private Procedures() {}

    /** All of them. */
    public static List<Procedure> all() {
        return List.of(
                PRINCIPAL,
                SHOW_OF_HANDS,
                SECRET_BALLOT,
                TWO_THIRDS,
                UNANIMITY,
                FIST_TO_FIVE,
                ONLY_THE_FIST,
                GRADIENTS,
                CONSENT,
                CONSENSUS,
                CONSENSUS_THEN_VOTE,
                CONSENSUS_THEN_AUTHORITY);
    }

    private static Step twoRounds() {
        return Step.builder()
                .name("consensus")
                .protocol(Protocols.CONSENSUS)
                .maxRounds(2)
                .build();
    }
}
