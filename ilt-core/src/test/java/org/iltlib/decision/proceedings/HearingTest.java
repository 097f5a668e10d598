package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.proceedings.Objection.Life;
import org.iltlib.decision.protocol.AtMost;
import org.iltlib.decision.protocol.BlockRule;
import org.iltlib.decision.protocol.Consensus;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.VotingContext;
import org.junit.jupiter.api.Test;

/** Whether and how an objection is heard, by protocol. */
class HearingTest {
    private static final VotingContext CONTEXT =
            Members.CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 5, 3)).build();
    private static final Concern RAISED = new Concern.Raised("o-1", "it harms the aim");
    private static final Concern VALID = new Concern.Tested("o-1", "harms the aim", true);
    private static final Concern INVALID = new Concern.Tested("o-1", "I do not like it", false);
    private static final Concern OVERRIDDEN = new Concern.Overridden("o-1", "because I say so");

    private static Proceedings opened(DecisionProtocol protocol) {
        return Log.opened(3, CONTEXT, Rules.of(protocol));
    }

    private static Proceedings blocked(BlockRule rule) {
        return Log.stances(
                Log.then(opened(new Consensus(AtMost.of(1), rule, Optional.empty())), 2, RAISED),
                Stand.AGREE,
                Stand.AGREE,
                Stand.BLOCK);
    }

    private static Status status(Proceedings log) {
        return log.outcome().orElseThrow().status();
    }

    private static String why(Proceedings log) {
        return log.outcome().orElseThrow().explanation().toString();
    }

    private static void refused(Proceedings log, int by, Act act, String words) {
        assertThatThrownBy(() -> Log.then(log, by, act))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void underGeneralConsentAnObjectionPutsItToTheVote() {
        Proceedings raised = Log.then(opened(Protocols.GENERAL_CONSENT), 2, RAISED);
        assertThat(status(Log.close(raised))).isEqualTo(Status.NEEDS_ROUND);
        assertThat(Log.close(raised).state().objections().get(0).life()).isEqualTo(Life.STANDING);
        assertThat(status(Log.close(Log.then(raised, 2, new Concern.Withdrawn("o-1")))))
                .isEqualTo(Status.ADOPTED);
    }

    @Test
    void whereNobodyHearsAnObjectionItIsRefusedAndNotPassedOver() {
        for (DecisionProtocol protocol : List.of(
                Protocols.MAJORITY,
                Protocols.UNANIMITY,
                Protocols.FIST_TO_FIVE_CLASSIC,
                Protocols.THUMBS_CONSENSUS,
                Protocols.PRINCIPAL_RESERVED)) {
            refused(opened(protocol), 2, RAISED, protocol.name() + ", which hears no objections. Maybe");
        }
        Proceedings secret =
                Log.opened(3, CONTEXT.toBuilder().secrecy(Secrecy.ANONYMOUS).build(), Rules.of(Protocols.CONSENT));
        refused(secret, 2, RAISED, "The vote is anonymous, and p-002 objects by name");
    }

    @Test
    void anObjectionCarriedIntoAVoteThatDoesNotHearItIsNoted() {
        Proceedings standing = Log.close(Log.stances(
                Log.then(Log.then(opened(Protocols.CONSENSUS), 2, RAISED), 0, VALID),
                Stand.AGREE,
                Stand.AGREE,
                Stand.BLOCK));
        Proceedings vote =
                Log.then(standing, 0, new Procedure.StepBegun(CONTEXT, Members.roll(3), Rules.of(Protocols.MAJORITY)));
        Proceedings closed = Log.close(Log.votes(vote, 2, 1));
        assertThat(status(closed)).isEqualTo(Status.ADOPTED);
        assertThat(why(closed)).contains("Objection o-1 of p-002 stands, and is not heard in this vote.");
    }

    /** What settled an objection silenced every later block of the same person. */
    @Test
    void aBlockAfterAnObjectionIsWithdrawnOrInALaterRoundIsANewOne() {
        Proceedings raised = Log.then(opened(Protocols.CONSENSUS), 2, RAISED);
        Concern withdrawn = new Concern.Withdrawn("o-1");
        Stand[] stands = {Stand.AGREE, Stand.AGREE, Stand.BLOCK};
        assertThat(status(Log.close(Log.stances(Log.then(raised, 2, withdrawn), stands))))
                .isEqualTo(Status.BLOCKED);
        assertThat(status(Log.close(Log.then(Log.stances(raised, stands), 2, withdrawn))))
                .as("the block of before is withdrawn with it")
                .isEqualTo(Status.ADOPTED);
        Proceedings first =
                Log.close(Log.stances(Log.then(raised, 0, INVALID), Stand.STAND_ASIDE, Stand.STAND_ASIDE, Stand.BLOCK));
        assertThat(status(first)).isEqualTo(Status.NEEDS_ROUND);
        Proceedings second = Log.then(first, 0, new Procedure.RoundBegun(2));
        assertThat(status(Log.close(Log.stances(second, stands)))).isEqualTo(Status.BLOCKED);
    }

    @Test
    void whoHasNoSeatNeitherTestsNorSettlesAnObjection() {
        Proceedings raised = Log.then(opened(Protocols.CONSENSUS), 2, RAISED);
        refused(raised, 9, INVALID, "p-009 wants to test an objection but holds no seat");
        Proceedings valid = Log.then(raised, 0, VALID);
        refused(valid, 9, OVERRIDDEN, "p-009 wants to override an objection but holds no seat");
        refused(valid, 9, new Concern.Integrated("o-1", 1, "shorter"), "p-009 wants to work in an objection but holds");
    }

    @Test
    void underABlockRuleNumbersDecideAndNoWord() {
        for (BlockRule rule : List.of(BlockRule.confirmed(), BlockRule.several())) {
            refused(blocked(rule), 0, INVALID, "is not for one person to say");
            refused(blocked(rule), 0, VALID, "is not for one person to say");
            refused(blocked(rule), 0, OVERRIDDEN, "is not for one person to say");
            refused(blocked(rule), 0, new Concern.Integrated("o-1", 1, "shorter"), "Maybe amend the text first");
        }
        assertThat(status(Log.close(blocked(BlockRule.confirmed())))).isEqualTo(Status.NEEDS_ROUND);
        BlockRule single = new BlockRule.Several(1, Minimum.atLeast(Fraction.of(9, 10)));
        assertThat(status(Log.close(blocked(single)))).isEqualTo(Status.ADOPTED);
    }

    @Test
    void aVerdictOfAnEarlierStepDoesNotSettleABlockThatTheRuleJudges() {
        Proceedings overridden =
                Log.then(Log.then(Log.then(opened(Protocols.CONSENSUS), 2, RAISED), 0, VALID), 0, OVERRIDDEN);
        Proceedings next = Log.then(
                Log.close(overridden),
                0,
                new Procedure.StepBegun(
                        CONTEXT,
                        Members.roll(3),
                        Rules.of(new Consensus(AtMost.of(1), BlockRule.confirmed(), Optional.empty()))));
        Proceedings closed = Log.close(Log.stances(next, Stand.AGREE, Stand.AGREE, Stand.BLOCK));
        assertThat(status(closed)).isEqualTo(Status.NEEDS_ROUND);
        assertThat(why(closed)).contains("the team has not been asked");
    }

    @Test
    void anObjectionWorkedIntoANewTextAsksForANewBlockUnderABlockRule() {
        Proceedings amended = Log.then(
                Log.then(blocked(BlockRule.confirmed()), 0, new Procedure.Amended(EntryId.of("p2"), 2, "shorter")),
                0,
                new Concern.Integrated("o-1", 2, "shorter"));
        assertThat(status(Log.close(Log.stances(amended, Stand.AGREE, Stand.AGREE, Stand.AGREE))))
                .isEqualTo(Status.ADOPTED);
        assertThat(status(Log.close(Log.stances(amended, Stand.AGREE, Stand.AGREE, Stand.BLOCK))))
                .isEqualTo(Status.NEEDS_ROUND);
        Proceedings withdrawn = Log.then(blocked(BlockRule.confirmed()), 2, new Concern.Withdrawn("o-1"));
        assertThat(status(Log.close(withdrawn))).isEqualTo(Status.ADOPTED);
    }
}
