package org.iltlib.decision.protocol;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.options.BudgetChoice;
import org.iltlib.decision.options.CommitteeChoice;
import org.iltlib.decision.options.CriteriaChoice;
import org.iltlib.decision.options.DefaultOptionChoice;
import org.iltlib.decision.options.DotVoting;
import org.iltlib.decision.options.RankedChoice;
import org.iltlib.decision.options.ScoredChoice;
import org.iltlib.decision.options.SeatChoice;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.form.FamilyForm;
import org.iltlib.form.Forms;
import org.iltlib.team.Office;

/**
 * Protocols ready for use, and the written form of all that the library knows.
 *
 * <p>A protocol of one's own is written by a longer family: {@code Protocols.form().when("acme", Acme.class, Acme.FORM)}.
 * The family without it refuses to write one, and names its class. There is no register to add it to: what can be read
 * depends on what the caller passes, nothing else.
 */
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

    /** Asked whether anybody objects, nobody does. */
    public static final DecisionProtocol GENERAL_CONSENT = new GeneralConsent();

    /** Shows where everybody stands and decides nothing. */
    public static final DecisionProtocol SHOW_OF_STANDING = new ShowOfStanding();

    /** At least two thirds of the votes cast for, at most a quarter against. */
    public static final DecisionProtocol TWO_SIDED =
            new TwoSided(Optional.empty(), Minimum.TWO_THIRDS, Fraction.of(1, 4));

    /** Thumbs: more up than down; sideways abstains. */
    public static final DecisionProtocol THUMBS_MAJORITY =
            Thumbs.of(Thumbs.Reading.VOTES, Majority.of(Threshold.MAJORITY));

    /** Thumbs: no thumb down; sideways can live with it. */
    public static final DecisionProtocol THUMBS_CONSENSUS =
            Thumbs.of(Thumbs.Reading.FINGERS, FistToFive.of(FistToFive.Semantics.CLASSIC));

    /** The principal decides after the team has said what it recommends. */
    public static final DecisionProtocol PRINCIPAL_RESERVED = new PrincipalReserved(Office.PRINCIPAL);

    private static final List<DecisionProtocol> ALL = List.of(
            FIST_TO_FIVE_CLASSIC,
            FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS,
            FIST_TO_FIVE_THEN_MAJORITY,
            MAJORITY,
            TWO_THIRDS,
            UNANIMITY,
            STRICT_UNANIMITY,
            CONSENT,
            CONSENSUS,
            GENERAL_CONSENT,
            SHOW_OF_STANDING,
            TWO_SIDED,
            THUMBS_MAJORITY,
            THUMBS_CONSENSUS,
            PRINCIPAL_RESERVED);

    private static final FamilyForm<DecisionProtocol> FORM = Forms.<DecisionProtocol>family("protocol")
            .when("advice", Advice.class, Advice.FORM)
            .when("budgetChoice", BudgetChoice.class, BudgetChoice.FORM)
            .when("committeeChoice", CommitteeChoice.class, CommitteeChoice.FORM)
            .when("concurrentMajorities", ConcurrentMajorities.class, ConcurrentMajorities.FORM)
            .when("consensus", Consensus.class, Consensus.FORM)
            .when("consent", Consent.class, Consent.FORM)
            .when("criteriaChoice", CriteriaChoice.class, CriteriaChoice.FORM)
            .when("defaultOptionChoice", DefaultOptionChoice.class, DefaultOptionChoice.FORM)
            .when("delegated", Delegated.class, Delegated.FORM)
            .when("dotVoting", DotVoting.class, DotVoting.FORM)
            .when("fistToFive", FistToFive.class, FistToFive.FORM)
            .when("generalConsent", GeneralConsent.class, GeneralConsent.FORM)
            .when("gradients", GradientsOfAgreement.class, GradientsOfAgreement.FORM)
            .when("majority", Majority.class, Majority.FORM)
            .when("rankedChoice", RankedChoice.class, RankedChoice.FORM)
            .when("reserved", PrincipalReserved.class, PrincipalReserved.FORM)
            .when("scoredChoice", ScoredChoice.class, ScoredChoice.FORM)
            .when("seatChoice", SeatChoice.class, SeatChoice.FORM)
            .when("showOfStanding", ShowOfStanding.class, ShowOfStanding.FORM)
            .when("thumbs", Thumbs.class, Thumbs.FORM)
            .when("twoSided", TwoSided.class, TwoSided.FORM)
            .when("unanimity", Unanimity.class, Unanimity.FORM);

    private Protocols() {}

    /**
     * The written form of every protocol of the library, those among options included, tagged {@code protocol}. What is
     * written reads back equal. Longer by {@link FamilyForm#when} with protocols of one's own.
     */
    public static FamilyForm<DecisionProtocol> form() {
        return FORM;
    }

    /** The protocols that need no more to be told, in the order of the constants. */
    public static List<DecisionProtocol> all() {
        return ALL;
    }

    /** The one of {@link #all} with that {@linkplain DecisionProtocol#name() name}. */
    public static Optional<DecisionProtocol> findByName(String name) {
        return ALL.stream().filter(protocol -> protocol.name().equals(name)).findFirst();
    }
}
