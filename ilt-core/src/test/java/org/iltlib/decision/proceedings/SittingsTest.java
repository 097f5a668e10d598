package org.iltlib.decision.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.ladder.Ladder;
import org.iltlib.decision.ladder.LadderEvent;
import org.iltlib.decision.ladder.LadderState;
import org.iltlib.decision.ladder.Sitting;
import org.iltlib.decision.ladder.SittingRules;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

/** What a log says of a round, a ladder says too, or it refuses the round. */
class SittingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Ladder.Step VOTE = Ladder.Step.of("vote", Protocols.MAJORITY);

    private static LadderState play(Ladder.Step step, List<Sitting> sittings) {
        return Ladder.builder().name("one").addSteps(step).build().play(DAY, sittings, DAY, SchoolDays.WEEKDAYS);
    }

    private static Proceedings held(VotingContext context) {
        return Log.close(Log.votes(Log.opened(4, context, Rules.of(Protocols.MAJORITY)), 2, 2));
    }

    private static void refused(VotingContext context, String said) {
        assertThatThrownBy(() -> play(VOTE, held(context).listSittings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-02")
                .hasMessageContaining(said)
                .hasMessageContaining("vote");
    }

    /** Two of four say yes, and a lot decides. */
    private static Proceedings lot(String seed) {
        Proceedings log = Log.opened(4, Protocols.MAJORITY, Secrecy.OPEN);
        log = Log.then(log, 0, new Procedure.SeedCommitted(TieBreaks.commitment(seed)));
        log = Log.close(Log.votes(log, 2, 2));
        return Log.then(log, 0, new Procedure.SeedsRevealed(List.of(seed)));
    }

    @Test
    void aLotThatTheLogDrewTheLadderDrawsToo() {
        assertThat(IntStream.range(0, 8)
                        .mapToObj(i -> lot("seed " + i).outcome().orElseThrow().status()))
                .contains(Status.ADOPTED, Status.REJECTED);
        for (int i = 0; i < 8; i++) {
            String seed = "seed " + i;
            Ladder.Step committed = VOTE.toBuilder()
                    .addTies(TiePolicy.lot(TieBreaks.commitment(seed)))
                    .build();
            Proceedings log = lot(seed);
            Outcome counted = play(committed, log.listSittings()).trail().get(0).outcome();
            assertThat(counted.status()).isEqualTo(log.outcome().orElseThrow().status());
            assertThat(counted.tiePath()).isEqualTo(log.outcome().orElseThrow().tiePath());
        }
    }

    @Test
    void aLotOfWhichTheStepKnowsNothingIsRefused() {
        assertThatThrownBy(() -> play(VOTE, lot("seed").listSittings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ties")
                .hasMessageContaining("lot");
        Ladder.Step other = VOTE.toBuilder()
                .addTies(TiePolicy.lot(TieBreaks.commitment("another")))
                .build();
        assertThatThrownBy(() -> play(other, lot("seed").listSittings())).hasMessageContaining("ties");
    }

    @Test
    void aRoundAfterALotWasDrawnIsHeldWithoutOne() {
        String seed = IntStream.range(0, 8)
                .mapToObj(i -> "seed " + i)
                .filter(each -> lot(each).outcome().orElseThrow().status() == Status.REJECTED)
                .findFirst()
                .orElseThrow();
        Proceedings log = Log.then(lot(seed), 3, new Procedure.Reconsidered("one has changed her mind"));
        log = Log.close(Log.votes(log, 3, 1));
        Ladder.Step committed = VOTE.toBuilder()
                .maxRounds(2)
                .addTies(TiePolicy.lot(TieBreaks.commitment(seed)))
                .build();
        assertThat(play(committed, log.listSittings()).trail())
                .extracting(leg -> leg.outcome().status())
                .containsExactly(Status.REJECTED, Status.ADOPTED);
    }

    @Test
    void aRoundHeldByAnotherProtocolIsRefused() {
        Majority eighty = Majority.of(Threshold.of(Minimum.atLeast(Fraction.percent(80)), Threshold.Base.CAST));
        assertThatThrownBy(() -> play(
                        Ladder.Step.of("four fifths", eighty),
                        held(Members.CONTEXT).listSittings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Protocols.MAJORITY.name())
                .hasMessageContaining(eighty.name())
                .hasMessageContaining("four fifths");
    }

    @Test
    void aRoundHeldUnderOtherRulesOfTheRoomIsRefused() {
        VotingContext context = Members.CONTEXT;
        assertThat(play(VOTE, held(context).listSittings())
                        .trail()
                        .get(0)
                        .outcome()
                        .status())
                .isEqualTo(Status.TIED);
        refused(
                context.toBuilder()
                        .quorum(Quorum.builder().minimum(Minimum.TWO_THIRDS).build())
                        .build(),
                "quorum");
        refused(context.withAllowed(Substitution.Kind.PROXY), "allowed [proxy]");
        refused(context.toBuilder().recusalPolicy(Recusal.Policy.ADVISORY).build(), "recusalPolicy");
        refused(context.withTies(TiePolicy.statusQuo()), "status quo");
        refused(context.toBuilder().delegationSteps(2).build(), "delegationSteps 2");
        refused(context.toBuilder().affiliationsHeardOnce(true).build(), "affiliationsHeardOnce true");
        assertThatThrownBy(() -> play(
                        VOTE.toBuilder().secretBallot(true).build(),
                        Log.close(Log.opened(4, Protocols.MAJORITY, Secrecy.HIDDEN_UNTIL_CLOSE))
                                .listSittings()))
                .hasMessageContaining("secrecy hidden until close")
                .hasMessageContaining("anonymous");
    }

    @Test
    void rulesAndBallotsOfASittingAgree() {
        Sitting open = held(Members.CONTEXT).listSittings().get(0);
        SittingRules secret = open.rules().orElseThrow().toBuilder()
                .secrecy(Secrecy.ANONYMOUS)
                .build();
        assertThatThrownBy(() -> open.toBuilder().rules(secret).build()).hasMessageContaining("anonymous");
        assertThatThrownBy(() -> open.toBuilder()
                        .ballots(List.<Ballot>of())
                        .addPapers(Position.yes())
                        .build())
                .hasMessageContaining("open");
    }

    @Test
    void aSittingWithItsRulesReadsBackEqual() {
        Sitting sitting = lot("seed").listSittings().get(0);
        assertThat(sitting.rules().orElseThrow().ties()).hasToString("[lot]");
        assertThat(LadderEvent.form()
                        .read(CanonicalJson.read(
                                CanonicalJson.write(LadderEvent.form().write(sitting)))))
                .isEqualTo(sitting);
    }

    /** A block without its reason stops nothing; the reason was lost on the way from the log to the ladder. */
    @Test
    void aBlockOnAPaperKeepsItsReasonAndItsForce() {
        Proceedings open = Log.opened(4, Protocols.CONSENSUS, Secrecy.ANONYMOUS);
        List<Envelope> envelopes = Log.envelopes(
                        open,
                        Position.stance(Position.Stand.AGREE),
                        Position.stance(Position.Stand.AGREE),
                        Position.stance(Position.Stand.BLOCK),
                        Position.stance(Position.Stand.AGREE))
                .stream()
                .map(envelope -> new Envelope(
                        Log.ID,
                        envelope.ballot().position().isBlock()
                                ? envelope.ballot().toBuilder()
                                        .reason("it harms the aim")
                                        .build()
                                : envelope.ballot(),
                        envelope.nonce()))
                .toList();
        Proceedings sealed = Log.seal(open, envelopes);
        Proceedings closed = Log.then(sealed, 0, sealed.closing(envelopes));
        assertThat(closed.outcome().orElseThrow().status()).isEqualTo(Status.BLOCKED);
        Sitting sitting = closed.listSittings().get(0);
        assertThat(sitting.reasons().values()).containsExactly("it harms the aim");
        assertThat(sitting.papers()
                        .get(Integer.parseInt(
                                        sitting.reasons().keySet().iterator().next())
                                - 1))
                .isEqualTo(Position.stance(Position.Stand.BLOCK));
        Outcome counted = play(
                        Ladder.Step.of("consensus", Protocols.CONSENSUS).toBuilder()
                                .secretBallot(true)
                                .build(),
                        List.of(sitting))
                .trail()
                .get(0)
                .outcome();
        assertThat(counted.status()).isEqualTo(Status.BLOCKED);
        assertThat(counted.toString()).doesNotContain("p-00");
        assertThat(Sitting.FORM.read(Sitting.FORM.write(sitting))).isEqualTo(sitting);
        assertThatThrownBy(() -> sitting.toBuilder().putReasons("5", "x").build())
                .hasMessageContaining("paper \"5\", and there are 4 papers");
    }

    /**
     * Three of four are away, then two and two part, and part again: the first is round 1 twice, since nothing was voted on
     * for want of a quorum; the second tie is round 2, where the matter may not be put off again. The ladder began with round
     * 1 after each tie, and the log counted the empty room.
     */
    @Test
    void logAndLadderNumberTheRoundsAlike() {
        VotingContext context = Members.CONTEXT.withTies(TiePolicy.nextMeeting(), TiePolicy.statusQuo());
        Proceedings log = Log.opened(4, context, Rules.of(Protocols.MAJORITY));
        for (int i = 1; i < 4; i++) {
            log = Log.then(log, i, new Attendance.Went(Members.person(i)));
        }
        Proceedings empty = Log.close(log);
        assertThat(empty.outcome().orElseThrow().status()).isEqualTo(Status.NO_QUORUM);
        assertThatThrownBy(() -> Log.then(empty, 0, new Procedure.RoundBegun(2)))
                .hasMessageContaining("which ended with no quorum. Expected round 1 again.");
        log = Log.then(empty, 0, new Procedure.RoundBegun(1));
        for (int i = 1; i < 4; i++) {
            log = Log.then(log, i, new Attendance.Came(Members.person(i)));
        }
        log = Log.close(Log.votes(log, 2, 2));
        assertThat(log.outcome().orElseThrow().status()).isEqualTo(Status.TIED);
        log = Log.close(Log.votes(Log.then(log, 0, new Procedure.RoundBegun(2)), 2, 2));
        assertThat(log.outcome().orElseThrow().status()).isEqualTo(Status.REJECTED);
        Ladder.Step step = VOTE.toBuilder()
                .maxRounds(5)
                .addTies(TiePolicy.nextMeeting(), TiePolicy.statusQuo())
                .build();
        assertThat(play(step, log.listSittings()).trail())
                .extracting(leg -> leg.outcome().round() + " " + leg.outcome().status())
                .containsExactly("1 no quorum", "1 tied", "2 rejected");
    }
}
