package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.fingers;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;
import static org.iltlib.decision.vote.Members.stances;
import static org.iltlib.decision.vote.Members.votes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.Threshold.Base;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

/** The edges at which a small slip in a protocol would go unnoticed elsewhere. */
class ProtocolEdgesTest {
    private static final VotingContext DATED =
            CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 1, 15)).build();

    private static VotingRoll present(int members, int present) {
        Set<PersonId> there = new HashSet<>();
        IntStream.range(0, present).forEach(i -> there.add(person(i)));
        return roll(members).withPresent(there);
    }

    private static Status majority(List<Ballot> ballots, VotingRoll roll, Quorum quorum) {
        return Protocols.MAJORITY
                .decide(ballots, roll, CONTEXT.toBuilder().quorum(quorum).build())
                .status();
    }

    @Test
    void aBallotInTheLanguageOfAnotherProtocolIsLeftOut() {
        VotingRoll roll = roll(1);
        VotingRoll principal = VotingRoll.of(
                List.of(roll.seats().get(0).toBuilder()
                        .addOffices(Office.PRINCIPAL)
                        .build()),
                roll.present(),
                List.of());
        Ballot hand = fingers(5).get(0);
        Ballot vote = votes(1, 0, 0).get(0);
        Ballot stance = stances(Stand.AGREE).get(0);
        Map<DecisionProtocol, Ballot> understood = Map.of(
                Protocols.FIST_TO_FIVE_CLASSIC,
                hand,
                Protocols.MAJORITY,
                vote,
                Protocols.UNANIMITY,
                vote,
                Protocols.CONSENT,
                stance,
                Protocols.CONSENSUS,
                stance,
                Protocols.PRINCIPAL_RESERVED,
                vote,
                new Advice(person(0), Set.of()),
                vote);
        understood.forEach((protocol, right) -> {
            for (Ballot ballot : List.of(hand, vote, stance)) {
                Outcome outcome = protocol.decide(List.of(ballot), principal, DATED);
                assertThat(outcome.leftOut())
                        .as("%s: %s", protocol.name(), ballot.position())
                        .hasSize(ballot.equals(right) ? 0 : 1);
                assertThat(outcome.isAdopted()).as(protocol.name()).isEqualTo(ballot.equals(right));
            }
        });
    }

    @Test
    void exactlyTheQuorumIsEnoughAndOneFewerIsNot() {
        Quorum three = Quorum.builder().atLeast(3).build();
        assertThat(majority(votes(2, 0, 0), present(3, 2), three)).isEqualTo(Status.NO_QUORUM);
        assertThat(majority(votes(3, 0, 0), present(3, 3), three)).isEqualTo(Status.ADOPTED);
        assertThat(majority(votes(3, 0, 0), present(6, 3), Quorum.MAJORITY)).isEqualTo(Status.NO_QUORUM);
        assertThat(majority(votes(4, 0, 0), present(6, 4), Quorum.MAJORITY)).isEqualTo(Status.ADOPTED);
    }

    @Test
    void aGroupAndAnOfficeThatArePresentFulfilTheQuorum() {
        List<Seat> seats = List.of(
                Seat.of(person(0), StakeholderGroup.PARENT),
                Seat.of(person(1), StakeholderGroup.PARENT),
                Seat.of(person(2), StakeholderGroup.ADMINISTRATOR).toBuilder()
                        .addOffices(Office.PRINCIPAL)
                        .build(),
                Seat.of(person(3), StakeholderGroup.TEACHER));
        Quorum quorum = Quorum.builder()
                .putPerGroup("parent", 2)
                .addOffices(Office.PRINCIPAL)
                .build();
        VotingRoll all = VotingRoll.of(seats, Set.of(person(0), person(1), person(2), person(3)), List.of());
        assertThat(majority(votes(4, 0, 0), all, quorum)).isEqualTo(Status.ADOPTED);
        assertThat(majority(votes(4, 0, 0), all.withPresent(Set.of(person(0), person(2), person(3))), quorum))
                .isEqualTo(Status.NO_QUORUM);
        assertThat(majority(votes(4, 0, 0), all.withPresent(Set.of(person(0), person(1), person(3))), quorum))
                .isEqualTo(Status.NO_QUORUM);
    }

    @Test
    void whoIsOutOfTheQuorumLeavesBothSidesOfIt() {
        // Of nine, three are recused: six are the whole, four are needed. With them it would be five of nine.
        VotingRoll five = present(9, 5)
                .withRecusals(IntStream.of(4, 7, 8)
                        .mapToObj(i -> Recusal.of(person(i), "vendor"))
                        .toList());
        VotingContext out = CONTEXT;
        VotingContext in = CONTEXT.toBuilder()
                .recusalPolicy(Recusal.Policy.EXCLUDED_FROM_VOTE_AND_BASE)
                .build();
        Outcome four = Protocols.MAJORITY.decide(votes(4, 0, 0), five, out);
        assertThat(four.isAdopted()).isTrue();
        assertThat(four.explanation().toString())
                .contains("Quorum: 4 of 6 present, 4 needed", "3 recused (not counted at all): 6 of 9 members");
        assertThat(Protocols.MAJORITY
                        .decide(votes(4, 0, 0), five, in)
                        .explanation()
                        .toString())
                .contains("Quorum: 5 of 9 present, 5 needed", "3 recused (without a vote, not in the base)");
        VotingContext seats = CONTEXT.toBuilder()
                .quorum(Quorum.builder().of(Quorum.Of.SEATS).build())
                .build();
        assertThat(Protocols.MAJORITY
                        .decide(votes(4, 0, 0), five, seats)
                        .explanation()
                        .toString())
                .contains("Quorum: 4 of 6 present, 4 needed");
    }

    @Test
    void thoseRecusedAreNoPartOfThosePresent() {
        Majority rule = Majority.of(Threshold.of(Minimum.MAJORITY, Base.PRESENT));
        VotingRoll six = roll(6).withRecusals(List.of(Recusal.of(person(4), "x"), Recusal.of(person(5), "x")));
        Outcome outcome = rule.decide(votes(3, 1, 0), six, CONTEXT);
        assertThat(outcome.base()).contains(4);
        assertThat(outcome.isAdopted()).isTrue();
    }

    @Test
    void aThresholdJustWithinReachIsNoFault() {
        Majority all = Majority.of(Threshold.of(Minimum.atLeast(Fraction.ONE), Base.ENTITLED));
        assertThat(all.decide(votes(3, 0, 0), roll(3), CONTEXT).status()).isEqualTo(Status.ADOPTED);
        // Out of reach only where the base is fixed: of votes cast, one yes can be all there is.
        Majority cast = Majority.of(Threshold.of(Minimum.atLeast(Fraction.ONE), Base.CAST_WITH_ILLEGAL));
        List<Ballot> mixed = new ArrayList<>(votes(1, 0, 0));
        mixed.add(Ballot.of(person(1), CONTEXT, Position.fingers(5)));
        assertThat(cast.decide(mixed, roll(2), CONTEXT).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void everyOutcomeShowsItsArithmetic() {
        assertThat(Protocols.MAJORITY
                        .decide(votes(3, 1, 1), roll(5), CONTEXT)
                        .explanation()
                        .toString())
                .contains(
                        "Votes: 3 yes, 1 no, 1 abstain.",
                        "Threshold: more than 1/2 of the votes cast, that is 3 of 4.",
                        "3 yes of 4.");
        assertThat(Protocols.FIST_TO_FIVE_CLASSIC
                        .decide(fingers(5, 3, 3), roll(3), CONTEXT)
                        .explanation()
                        .toString())
                .contains("Shown: 1 × 5, 2 × 3; 0 abstain.", "Blocks: none with a reason.", "Support: 3 of 3");
        assertThat(Protocols.FIST_TO_FIVE_CLASSIC
                        .decide(List.of(), roll(3), CONTEXT)
                        .explanation()
                        .toString())
                .contains("Shown: nothing; 0 abstain.", "no votes counted");
        assertThat(Protocols.CONSENT
                        .decide(stances(Stand.AGREE, Stand.RESERVATIONS), roll(2), DATED)
                        .explanation()
                        .toString())
                .contains("Answers: 2 consent, 0 object, 0 of them with a reason.");
        assertThat(Protocols.UNANIMITY
                        .decide(votes(2, 0, 1), roll(3), CONTEXT)
                        .explanation()
                        .toString())
                .contains("unanimity (of votes cast)", "Votes: 2 yes, 0 no, 1 abstain.", "2 yes of 2.");
        assertThat(Protocols.STRICT_UNANIMITY.name()).isEqualTo("unanimity (of all entitled)");
        assertThat(new Advice(person(0), Set.of())
                        .decide(votes(1, 0, 0), roll(1), CONTEXT)
                        .explanation()
                        .toString())
                .contains("Advice: all 0 required advisers were asked.");
    }

    @Test
    void unanimityIsOfAllVotesForAndAgainst() {
        Outcome outcome = Protocols.UNANIMITY.decide(votes(3, 2, 1), roll(6), CONTEXT);
        assertThat(outcome.base()).contains(5);
        assertThat(outcome.explanation().claim()).endsWith("3 yes of 5.");
    }

    @Test
    void theDecidersOwnVoteDecidesAndNotAnAdvisers() {
        Advice rule = new Advice(person(1), Set.of());
        assertThat(rule.decide(votes(1, 1, 0), roll(2), CONTEXT).status()).isEqualTo(Status.REJECTED);
        assertThat(rule.decide(votes(1, 0, 1), roll(2), CONTEXT).status()).isEqualTo(Status.NEEDS_ROUND);
    }

    @Test
    void silenceAndAbstentionAreHeardBeforeConsent() {
        List<Ballot> abstained = stances(Stand.AGREE, Stand.ABSTAIN);
        Outcome outcome = Protocols.CONSENT.decide(abstained, roll(4), DATED);
        assertThat(outcome.status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(outcome.explanation().claim()).contains("3 not heard");
    }

    @Test
    void blocksWithAndWithoutReasonsAreToldApartInConsensus() {
        List<Ballot> ballots = new ArrayList<>(stances(Stand.AGREE, Stand.BLOCK, Stand.BLOCK));
        assertThat(Protocols.CONSENSUS
                        .decide(ballots, roll(3), CONTEXT)
                        .explanation()
                        .claim())
                .contains("2 stand aside, at most 1 may");
        ballots.set(
                1, ballots.get(1).toBuilder().reason("it breaks the contract").build());
        assertThat(Protocols.CONSENSUS
                        .decide(ballots, roll(3), CONTEXT)
                        .explanation()
                        .toString())
                .contains("1 block with a reason", "2 block, 1 of them with a reason");
    }

    @Test
    void aFistAmongOthersBlocksByItsReasonOnly() {
        List<Ballot> hands = new ArrayList<>(fingers(0, 0));
        hands.set(0, hands.get(0).toBuilder().reason("unsafe").build());
        Outcome outcome = Protocols.FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS.decide(hands, roll(2), CONTEXT);
        assertThat(outcome.explanation().claim()).contains("1 with a reason");
        assertThat(outcome.status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void levelsThatNeitherAbstainNorVetoCanBeAsked() {
        for (GradientScale scale : List.of(GradientScale.KANER_CURRENT, GradientScale.KANER_OLDER)) {
            assertThatCode(() -> new GradientsOfAgreement(scale, 1, Minimum.MAJORITY))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new GradientsOfAgreement(scale, 7, Minimum.MAJORITY))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> new GradientsOfAgreement(scale, 0, Minimum.MAJORITY))
                    .hasMessageContaining("Expected 1 to 7");
            assertThatThrownBy(() -> new GradientsOfAgreement(scale, 8, Minimum.MAJORITY))
                    .hasMessageContaining("level is 8");
        }
    }

    @Test
    void abstainingOnTheScaleIsNoSupportThoughItsLevelIsBetter() {
        GradientsOfAgreement rule = new GradientsOfAgreement(GradientScale.KANER_CURRENT, 6, Minimum.MAJORITY);
        List<Ballot> ballots = new ArrayList<>();
        for (int level : new int[] {4, 4, 4, 6, 7}) {
            ballots.add(Ballot.of(person(ballots.size()), CONTEXT, Position.grade(level)));
        }
        Outcome outcome = rule.decide(ballots, roll(5), CONTEXT);
        assertThat(outcome.base()).contains(2);
        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.explanation().toString())
                .contains("Support: 1 of 2 at level 6 or better, 2 needed.", "1 of 2.");
        ballots.clear();
        ballots.add(Ballot.of(person(0), CONTEXT, Position.grade(8)));
        assertThat(rule.decide(ballots, roll(1), CONTEXT).leftOut()).isEmpty();
    }
}
