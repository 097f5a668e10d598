package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.fingers;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;
import static org.iltlib.decision.vote.Members.stances;
import static org.iltlib.decision.vote.Members.votes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Minimum;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolsTest {
    private static Status status(DecisionProtocol protocol, List<Ballot> ballots, VotingRoll roll) {
        return protocol.decide(ballots, roll, CONTEXT).status();
    }

    @Test
    void oneBelowThreeMeansDiscussionAndThenAdoption() {
        Outcome first = Protocols.FIST_TO_FIVE_CLASSIC.decide(fingers(5, 4, 4, 3, 4, 3, 2, 5, 4, 3), roll(10), CONTEXT);
        assertThat(first.status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(first.mean().orElse(0.0)).isEqualTo(3.7);
        assertThat(first.explanation().toString()).contains("10 of 10 present, 6 needed", "9 of 10 show 3 or more");
        Outcome second =
                Protocols.FIST_TO_FIVE_CLASSIC.decide(fingers(5, 4, 4, 3, 4, 3, 3, 5, 4, 3), roll(10), CONTEXT);
        assertThat(second.status()).isEqualTo(Status.ADOPTED);
        assertThat(second.mean().orElse(0.0)).isEqualTo(3.8);
    }

    @Test
    void theSameHandsReadTwoWays() {
        List<Ballot> hands = fingers(1, 3, 4, 4, 5);
        assertThat(status(Protocols.FIST_TO_FIVE_CLASSIC, hands, roll(5))).isEqualTo(Status.NEEDS_ROUND);
        assertThat(status(Protocols.FIST_TO_FIVE_ONLY_THE_FIST_BLOCKS, hands, roll(5)))
                .isEqualTo(Status.ADOPTED);
    }

    @Test
    void aFistBlocksWithAReasonAndIsAConcernWithout() {
        List<Ballot> hands = new ArrayList<>(fingers(5, 5));
        assertThat(status(Protocols.FIST_TO_FIVE_CLASSIC, fingers(5, 5, 0), roll(3)))
                .isEqualTo(Status.NEEDS_ROUND);
        hands.add(Ballot.of(person(2), CONTEXT, Position.fingers(0), "it harms the youngest"));
        assertThat(status(Protocols.FIST_TO_FIVE_CLASSIC, hands, roll(3))).isEqualTo(Status.BLOCKED);
    }

    @Test
    void fromTheThirdRoundAMajorityMayDecide() {
        VotingContext third = CONTEXT.toBuilder().round(3).build();
        DecisionProtocol protocol = Protocols.FIST_TO_FIVE_THEN_MAJORITY;
        assertThat(status(protocol, fingers(5, 5, 1), roll(3))).isEqualTo(Status.NEEDS_ROUND);
        assertThat(protocol.decide(fingers(5, 5, 1), roll(3), third).status()).isEqualTo(Status.ADOPTED);
        assertThat(protocol.decide(fingers(5, 1, 1), roll(3), third).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void nothingPassesByEverybodyAbstaining() {
        for (DecisionProtocol protocol : List.of(
                Protocols.FIST_TO_FIVE_CLASSIC,
                Protocols.MAJORITY,
                Protocols.TWO_THIRDS,
                Protocols.UNANIMITY,
                Protocols.STRICT_UNANIMITY,
                Protocols.CONSENSUS)) {
            assertThat(status(protocol, votes(0, 0, 5), roll(5)))
                    .as(protocol.name())
                    .isEqualTo(Status.REJECTED);
            assertThat(status(protocol, List.of(), roll(5))).as(protocol.name()).isEqualTo(Status.REJECTED);
        }
    }

    @Test
    void illegalPapersCountInTheBaseAndBlankOnesDoNot() {
        // Robert's Rules 45:4: 85 papers, 4 blank, 10 illegal; base 81, majority 41. Of 75 valid, 41 are for.
        Majority rule = Majority.of(Threshold.of(Minimum.MAJORITY, Base.CAST_WITH_ILLEGAL));
        List<Ballot> ballots = new ArrayList<>(votes(41, 30, 4));
        for (int i = 75; i < 85; i++) {
            ballots.add(Ballot.of(person(i), CONTEXT, Position.fingers(5)));
        }
        Outcome outcome = rule.decide(ballots, roll(85), CONTEXT);
        assertThat(outcome.base()).contains(81);
        assertThat(outcome.isAdopted()).isTrue();
        assertThat(outcome.leftOut()).hasSize(10);
        assertThat(Threshold.MAJORITY.needed(81)).isEqualTo(41);
    }

    @ParameterizedTest
    @CsvSource({"8,5,6", "9,5,6", "10,6,7", "12,7,8", "17,9,12"})
    void quorumsAreWholeNumbers(int members, int majority, int twoThirds) {
        assertThat(Quorum.MAJORITY.needed(members)).isEqualTo(majority);
        assertThat(Quorum.TWO_THIRDS.needed(members)).isEqualTo(twoThirds);
    }

    @ParameterizedTest
    @CsvSource({
        "CAST,6,4,2,ADOPTED",
        "CAST,5,5,2,TIED",
        "CAST,9,8,0,ADOPTED",
        "PRESENT,6,0,6,REJECTED",
        "PRESENT,7,0,5,ADOPTED",
        "ENTITLED,7,0,0,ADOPTED",
        "ENTITLED,6,0,0,REJECTED",
        "SEATS,6,0,0,REJECTED",
        "CAST,0,3,0,REJECTED"
    })
    void aMajorityDependsOnItsBase(Base base, int yes, int no, int abstain, Status expected) {
        Majority rule = Majority.of(Threshold.of(Minimum.MAJORITY, base));
        assertThat(status(rule, votes(yes, no, abstain), roll(Math.max(12, yes + no + abstain))))
                .isEqualTo(expected);
    }

    @Test
    void twoThirdsIsAtLeastTwiceTheNoes() {
        assertThat(status(Protocols.TWO_THIRDS, votes(4, 2, 0), roll(6))).isEqualTo(Status.ADOPTED);
        assertThat(status(Protocols.TWO_THIRDS, votes(3, 2, 0), roll(6))).isEqualTo(Status.REJECTED);
    }

    @Test
    void ofNineWithTwoRecusedThePolicySaysHowManyYesAreNeeded() {
        Majority rule = Majority.of(Threshold.of(Minimum.MAJORITY, Base.ENTITLED));
        VotingRoll nine =
                roll(9).withRecusals(List.of(Recusal.of(person(7), "vendor"), Recusal.of(person(8), "vendor")));
        for (Recusal.Policy policy : Recusal.Policy.values()) {
            VotingContext context = CONTEXT.toBuilder().recusalPolicy(policy).build();
            boolean outOfBase = policy.compareTo(Recusal.Policy.EXCLUDED_FROM_VOTE_AND_BASE) >= 0;
            Outcome outcome = rule.decide(votes(4, 3, 2), nine, context);
            assertThat(outcome.base()).as("%s", policy).contains(outOfBase ? 7 : 9);
            assertThat(outcome.isAdopted()).as("%s", policy).isEqualTo(outOfBase);
            assertThat(outcome.leftOut()).hasSize(policy == Recusal.Policy.ADVISORY ? 0 : 2);
        }
    }

    @Test
    void aThresholdOutOfReachIsAFaultOfTheRules() {
        VotingRoll two = roll(4).withRecusals(List.of(Recusal.of(person(2), "x"), Recusal.of(person(3), "x")));
        Majority rule = Majority.of(Threshold.of(Minimum.MAJORITY, Base.SEATS));
        assertThat(status(rule, votes(2, 0, 0), two)).isEqualTo(Status.INVALID);
        assertThat(status(rule, List.of(), VotingRoll.of(List.of(), Set.of(), List.of())))
                .isEqualTo(Status.INVALID);
    }

    @Test
    void quorumCountsPresenceAlsoByGroupAndOffice() {
        VotingRoll four = roll(10).withPresent(Set.of(person(0), person(1), person(2), person(3)));
        assertThat(status(Protocols.MAJORITY, votes(4, 0, 0), four)).isEqualTo(Status.NO_QUORUM);
        VotingContext wants = CONTEXT.toBuilder()
                .quorum(Quorum.builder()
                        .putPerGroup("parent", 2)
                        .addOffices(Office.PRINCIPAL)
                        .atLeast(3)
                        .of(Quorum.Of.SEATS)
                        .build())
                .build();
        Seat vacant = Seat.builder().group(StakeholderGroup.PARENT).build();
        VotingRoll withParents = roll(5).toBuilder().addSeats(vacant, vacant).build();
        Outcome outcome = Protocols.MAJORITY.decide(votes(5, 0, 0), withParents, wants);
        assertThat(outcome.status()).isEqualTo(Status.NO_QUORUM);
        assertThat(outcome.explanation().claim()).contains("0 parents present, 2 needed", "no principal present");
        VotingContext entitled = CONTEXT.toBuilder()
                .quorum(Quorum.builder().of(Quorum.Of.ENTITLED).build())
                .build();
        assertThat(Protocols.MAJORITY.decide(votes(5, 0, 0), roll(5), entitled).isAdopted())
                .isTrue();
    }

    @Test
    void ballotsThatCannotCountAreLeftOutWithTheReason() {
        VotingRoll roll = roll(5).withPresent(Set.of(person(0), person(1), person(2), person(3)));
        List<Ballot> ballots = new ArrayList<>(votes(3, 0, 0));
        ballots.add(Ballot.of(person(3), CONTEXT, Position.no()).toBuilder()
                .revision(2)
                .build());
        ballots.add(Ballot.of(person(4), CONTEXT, Position.no()));
        ballots.add(Ballot.of(person(0), CONTEXT, Position.no()));
        ballots.add(ballots.get(1));
        Outcome outcome = Protocols.MAJORITY.decide(ballots, roll, CONTEXT);
        assertThat(outcome.count("yes")).isEqualTo(2);
        assertThat(outcome.leftOut())
                .extracting("reason")
                .containsExactly(
                        "several ballots by one person that do not agree",
                        "cast on another text: proposal, revision 2",
                        "absent at the vote");
        assertThatThrownBy(() -> Protocols.MAJORITY.decide(votes(6, 0, 0), roll(5), CONTEXT))
                .hasMessageContaining("p-005, who holds no seat");
    }

    @Test
    void aSeatWithoutAVoteDoesNotVote() {
        List<Seat> seats = new ArrayList<>(roll(2).seats());
        seats.add(Seat.of(person(2), StakeholderGroup.EXTERNAL).toBuilder()
                .voting(false)
                .build());
        VotingRoll roll = VotingRoll.of(seats, Set.of(person(0), person(1), person(2)), List.of());
        assertThat(Protocols.MAJORITY.decide(votes(2, 1, 0), roll, CONTEXT).leftOut())
                .extracting("reason")
                .containsExactly("the seat has no vote");
    }

    @Test
    void strictUnanimityFallsToAnAbsence() {
        assertThat(status(Protocols.UNANIMITY, votes(4, 0, 1), roll(5))).isEqualTo(Status.ADOPTED);
        assertThat(status(Protocols.STRICT_UNANIMITY, votes(4, 0, 1), roll(5))).isEqualTo(Status.REJECTED);
        assertThat(status(Protocols.STRICT_UNANIMITY, votes(5, 0, 0), roll(5))).isEqualTo(Status.ADOPTED);
        assertThat(status(Protocols.UNANIMITY, votes(4, 1, 0), roll(5))).isEqualTo(Status.REJECTED);
    }

    @Test
    void consentNeedsAReviewDateEverybodyHeardAndNoReasonedObjection() {
        VotingContext dated =
                CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 1, 15)).build();
        DecisionProtocol consent = Protocols.CONSENT;
        List<Ballot> both = stances(Stand.AGREE, Stand.BLOCK);
        List<Ballot> objection = List.of(
                both.get(0),
                both.get(1).toBuilder().reason("nobody can staff it").build());
        assertThat(status(consent, both, roll(2))).isEqualTo(Status.INVALID);
        assertThat(consent.decide(both, roll(2), dated).status()).isEqualTo(Status.ADOPTED);
        assertThat(consent.decide(both, roll(3), dated).status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(consent.decide(objection, roll(2), dated).status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(consent.decide(objection, roll(2), dated.toBuilder().round(3).build())
                        .status())
                .isEqualTo(Status.ESCALATED);
        assertThat(consent.decide(stances(Stand.BLOCK), roll(1), dated).status())
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void consensusStopsAtAReasonedBlockAndPausesAtManyStandingAside() {
        DecisionProtocol consensus = Protocols.CONSENSUS;
        assertThat(status(consensus, stances(Stand.AGREE, Stand.RESERVATIONS, Stand.STAND_ASIDE), roll(3)))
                .isEqualTo(Status.ADOPTED);
        assertThat(status(consensus, stances(Stand.AGREE, Stand.BLOCK, Stand.STAND_ASIDE), roll(3)))
                .isEqualTo(Status.NEEDS_ROUND);
        assertThat(status(
                        consensus,
                        List.of(Ballot.of(person(0), CONTEXT, Position.stance(Stand.BLOCK), "why")),
                        roll(1)))
                .isEqualTo(Status.BLOCKED);
    }

    private static List<Ballot> grades(int... levels) {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            ballots.add(Ballot.of(person(i), CONTEXT, Position.grade(levels[i])));
        }
        return ballots;
    }

    @Test
    void gradientsCountThoseAtTheLevelOrBetterWithoutAbstentions() {
        GradientsOfAgreement rule = new GradientsOfAgreement(GradientScale.KANER_CURRENT, 3, Minimum.TWO_THIRDS);
        assertThat(status(rule, grades(1, 3, 5, 4), roll(4))).isEqualTo(Status.ADOPTED);
        assertThat(status(rule, grades(1, 3, 5, 6), roll(4))).isEqualTo(Status.REJECTED);
        assertThat(status(rule, grades(4, 4), roll(2))).isEqualTo(Status.REJECTED);
        assertThat(status(rule, grades(1, 1, 1, 8), roll(4))).isEqualTo(Status.ADOPTED);
        List<Ballot> veto = new ArrayList<>(grades(1, 1, 1));
        veto.add(Ballot.of(person(3), CONTEXT, Position.grade(8), "it breaks the contract"));
        assertThat(status(rule, veto, roll(4))).isEqualTo(Status.BLOCKED);
        assertThatThrownBy(() -> new GradientsOfAgreement(GradientScale.KANER_OLDER, 4, Minimum.MAJORITY))
                .hasMessageContaining("which abstains");
        assertThat(rule.decide(grades(9), roll(1), CONTEXT).leftOut()).hasSize(1);
        assertThat(status(rule, List.of(), roll(3).withPresent(Set.of()))).isEqualTo(Status.NO_QUORUM);
    }

    @Test
    void theDeciderDecidesOnceAllRequiredAdvisersWereAsked() {
        Advice rule = new Advice(person(0), Set.of(person(1)));
        VotingContext asked = CONTEXT.toBuilder().addAsked(person(1)).build();
        assertThat(status(rule, votes(1, 1, 0), roll(2))).isEqualTo(Status.INVALID);
        assertThat(rule.decide(votes(1, 1, 0), roll(2), asked).status()).isEqualTo(Status.ADOPTED);
        assertThat(rule.decide(votes(0, 2, 0), roll(2), asked).status()).isEqualTo(Status.REJECTED);
        assertThat(rule.decide(List.of(), roll(2), asked).status()).isEqualTo(Status.NEEDS_ROUND);
    }

    @Test
    void consensusAndFistWaitForAQuorum() {
        VotingRoll nobody = roll(3).withPresent(Set.of());
        VotingContext dated =
                CONTEXT.toBuilder().reviewOn(LocalDate.of(2027, 1, 15)).build();
        for (DecisionProtocol protocol :
                List.of(Protocols.FIST_TO_FIVE_CLASSIC, Protocols.UNANIMITY, Protocols.CONSENSUS, Protocols.CONSENT)) {
            assertThat(protocol.decide(List.of(), nobody, dated).status()).isEqualTo(Status.NO_QUORUM);
        }
    }
}
