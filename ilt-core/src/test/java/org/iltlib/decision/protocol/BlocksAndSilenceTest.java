package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.Substitution.Kind;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.junit.jupiter.api.Test;

/** A block is heard, an illegal paper is no consent, and whoever may not decide does not hold up the rest. */
class BlocksAndSilenceTest {
    private static final Position BLOCK = Position.stance(Stand.BLOCK);
    private static final Position AGREE = Position.stance(Stand.AGREE);

    private static Ballot of(int member, Position position) {
        return Ballot.of(person(member), CONTEXT, position);
    }

    private static Ballot yes(int member) {
        return of(member, Position.yes());
    }

    @Test
    void aBlockStopsUnanimity() {
        Outcome outcome = Protocols.UNANIMITY.decide(
                List.of(yes(0), Ballot.of(person(1), CONTEXT, BLOCK, "unsafe")), roll(3), CONTEXT);
        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.leftOut()).isEmpty();
        assertThat(outcome.count("block")).isEqualTo(1);
        assertThat(outcome.base()).contains(2);
        Position objection = Position.objection("safety", "a guard");
        assertThat(Protocols.UNANIMITY
                        .decide(List.of(yes(0), yes(1), of(2, objection)), roll(3), CONTEXT)
                        .status())
                .isEqualTo(Status.REJECTED);
        assertThat(Thumbs.of(Thumbs.Reading.VOTES, new Unanimity(false))
                        .decide(List.of(of(0, Position.thumb(Position.Way.UP)), of(1, objection)), roll(2), CONTEXT)
                        .status())
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void anIllegalPaperIsNeitherSilenceNorConsent() {
        Outcome outcome = Protocols.GENERAL_CONSENT.decide(
                List.of(yes(0), of(0, Position.no()), of(1, Position.fingers(0))), roll(3), CONTEXT);
        assertThat(outcome.status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(outcome.count("silent")).isEqualTo(1);
        assertThat(outcome.explanation().toString()).contains("2 papers are illegal");
        assertThat(Thumbs.of(Thumbs.Reading.VOTES, new GeneralConsent())
                        .decide(List.of(of(0, Position.objection("a", "b")), of(1, Position.no())), roll(3), CONTEXT)
                        .status())
                .isEqualTo(Status.NEEDS_ROUND);
    }

    @Test
    void anIllegalPaperIsNotHeardAsConsent() {
        VotingContext dated =
                CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 1, 15)).build();
        assertThat(Protocols.CONSENT
                        .decide(List.of(of(0, AGREE), of(1, Position.fingers(0))), roll(2), dated)
                        .status())
                .isEqualTo(Status.NEEDS_ROUND);
    }

    private static VotingRoll represented(int members, int from) {
        Set<PersonId> present = new TreeSet<>(roll(members).present());
        VotingRoll.Builder roll = roll(members).toBuilder();
        for (int i = from; i < members; i++) {
            present.remove(person(i));
            roll.addSubstitutions(Substitution.proxy(person(i), person(i - from)));
        }
        return roll.present(present).build();
    }

    private static Ballot forAbsent(int member, int proxy, Position position) {
        return Ballot.byProxy(person(member), person(proxy), CONTEXT, position).toBuilder()
                .reason("it harms")
                .build();
    }

    @Test
    void thoseWhoOverrideBlocksAreThoseWhoDoNotBlockPresentOrRepresented() {
        VotingContext proxies = CONTEXT.withAllowed(Kind.PROXY);
        Consensus several = new Consensus(1).withBlocks(BlockRule.several());
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ballots.add(of(i, AGREE));
        }
        ballots.add(of(4, Position.stance(Stand.STAND_ASIDE)));
        ballots.add(forAbsent(5, 0, BLOCK));
        ballots.add(forAbsent(6, 1, BLOCK));
        // Of seven, five do not block and four of them are in favour: less than nine tenths.
        Outcome outcome = several.decide(ballots, represented(7, 5), proxies);
        assertThat(outcome.status()).isEqualTo(Status.BLOCKED);
        assertThat(outcome.explanation().toString()).contains("4 of the 5 who do not block");
        List<Ballot> mixed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mixed.add(of(i, AGREE));
        }
        mixed.add(of(3, Position.abstain()));
        mixed.add(of(4, Position.abstain()));
        mixed.add(Ballot.of(person(5), CONTEXT, BLOCK, "it harms"));
        mixed.add(Ballot.of(person(6), CONTEXT, BLOCK, "it harms"));
        mixed.add(forAbsent(7, 0, AGREE));
        mixed.add(forAbsent(8, 1, AGREE));
        outcome = several.decide(mixed, represented(9, 7), proxies);
        assertThat(outcome.status()).isEqualTo(Status.BLOCKED);
        assertThat(outcome.explanation().toString()).contains("5 of the 7 who do not block");
    }

    @Test
    void aDeciderAfterAdviceWhoIsRecusedDoesNotDecide() {
        VotingRoll roll = roll(3).withRecusals(List.of(Recusal.of(person(0), "vendor")));
        assertThat(new Advice(person(0), Set.of())
                        .decide(List.of(yes(0)), roll, CONTEXT)
                        .status())
                .isEqualTo(Status.ESCALATED);
    }
}
