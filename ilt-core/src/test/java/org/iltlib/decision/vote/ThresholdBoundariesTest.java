package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Threshold.Base;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thresholds at the very number, for every size up to 50: the definition q·yes ≥ p·base, by whole numbers, is the judge. */
class ThresholdBoundariesTest {
    private static final long[][] SHARES = {{1, 2}, {2, 3}, {3, 5}, {13, 20}, {3, 4}, {4, 5}, {9, 10}, {1, 4}};

    @ParameterizedTest
    @EnumSource(Base.class)
    void atTheNumberItPassesAndOneBelowItDoesNot(Base base) {
        for (int of = 1; of <= 50; of++) {
            for (long[] share : SHARES) {
                for (boolean exceeded : new boolean[] {false, true}) {
                    Threshold threshold = Threshold.of(new Minimum(Fraction.of(share[0], share[1]), exceeded), base);
                    long at = share[0] * of / share[1];
                    for (long yes = Math.max(0, at - 1); yes <= Math.min(of, at + 1); yes++) {
                        boolean passes = yes > 0
                                && (exceeded ? share[1] * yes > share[0] * of : share[1] * yes >= share[0] * of);
                        Outcome outcome = vote(threshold, (int) yes, of);
                        assertThat(outcome.base()).contains(of);
                        assertThat(outcome.isAdopted())
                                .as("%s yes of %s, %s", yes, of, threshold)
                                .isEqualTo(passes);
                    }
                }
            }
        }
    }

    /** That many yes in a base of that size, with people besides whom the base does not count. */
    private static Outcome vote(Threshold threshold, int yes, int of) {
        List<Ballot> ballots = new ArrayList<>();
        IntStream.range(0, yes).forEach(i -> ballots.add(Ballot.of(person(i), CONTEXT, Position.yes())));
        VotingRoll roll = roll(of + 2);
        switch (threshold.base()) {
            case CAST -> {
                IntStream.range(yes, of).forEach(i -> ballots.add(Ballot.of(person(i), CONTEXT, Position.no())));
                ballots.add(Ballot.of(person(of), CONTEXT, Position.abstain()));
                ballots.add(Ballot.of(person(of + 1), CONTEXT, Position.fingers(5)));
            }
            case CAST_WITH_ILLEGAL -> {
                IntStream.range(yes, of).forEach(i -> ballots.add(Ballot.of(person(i), CONTEXT, Position.fingers(5))));
                ballots.add(Ballot.of(person(of), CONTEXT, Position.abstain()));
            }
            case PRESENT ->
                roll = roll.withPresent(
                        IntStream.range(0, of).mapToObj(Members::person).collect(Collectors.toSet()));
            case ENTITLED ->
                roll = roll.withRecusals(
                        List.of(Recusal.of(person(of), "vendor"), Recusal.of(person(of + 1), "vendor")));
            case SEATS -> roll = roll(of);
        }
        VotingContext context = CONTEXT.toBuilder()
                .quorum(Quorum.builder()
                        .minimum(Minimum.atLeast(Fraction.of(0, 1)))
                        .build())
                .build();
        return Majority.of(threshold).decide(ballots, roll, context);
    }

    /** Robert's Rules of Order Newly Revised, 12th ed., 45:4, as commonly told: 85 papers, 4 blank, 10 illegal: 81, 41. */
    @Test
    void eightyFivePapersMakeABaseOfEightyOneAndAMajorityOfFortyOne() {
        for (int yes : new int[] {40, 41}) {
            List<Ballot> ballots = new ArrayList<>();
            for (int i = 0; i < 85; i++) {
                Position position = i < yes
                        ? Position.yes()
                        : i < 71 ? Position.no() : i < 81 ? Position.fingers(3) : Position.abstain();
                ballots.add(Ballot.of(person(i), CONTEXT, position));
            }
            Outcome outcome = Majority.of(Threshold.of(Minimum.MAJORITY, Base.CAST_WITH_ILLEGAL))
                    .decide(ballots, roll(85), CONTEXT);
            assertThat(outcome.base()).contains(81);
            assertThat(outcome.leftOut()).hasSize(10);
            assertThat(outcome.explanation().toString()).contains("that is 41 of 81");
            assertThat(outcome.isAdopted()).isEqualTo(yes == 41);
        }
    }

    @Test
    void whereThosePresentWhoMayVoteAreTooFewTheRuleIsOutOfReach() {
        VotingRoll six = roll(6).withRecusals(IntStream.range(3, 6)
                .mapToObj(i -> Recusal.of(person(i), "vendor"))
                .toList());
        VotingContext inBase = CONTEXT.toBuilder()
                .recusalPolicy(Recusal.Policy.EXCLUDED_FROM_VOTE)
                .build();
        Majority rule = Majority.of(Threshold.of(Minimum.MAJORITY, Base.PRESENT));
        Outcome outcome = rule.decide(Members.votes(3, 0, 0), six, inBase);
        assertThat(outcome.status()).isEqualTo(Status.INVALID);
        assertThat(outcome.explanation().claim()).contains("needs 4 yes votes, and only 3 members may vote");
        assertThat(rule.decide(Members.votes(3, 0, 0), six, CONTEXT).isAdopted())
                .isTrue();
    }

    @Test
    void aQuorumBeyondTheGroupIsAFaultOfTheRules() {
        assertThat(under(Quorum.builder().atLeast(6)).status()).isEqualTo(Status.INVALID);
        assertThat(under(Quorum.builder().atLeast(6)).explanation().claim())
                .contains("the quorum is 6, and only 5 can be there");
        assertThat(under(Quorum.builder().atLeast(5)).status()).isEqualTo(Status.ADOPTED);
        assertThat(under(Quorum.builder().putPerGroup("teacher", 6))
                        .explanation()
                        .claim())
                .contains("needs 6 teachers, and they have 5 voting seats");
        assertThat(under(Quorum.builder().putPerGroup("teacher", 5)).isAdopted())
                .isTrue();
        Parity parity = Parity.of(
                Parity.Side.of("parents", StakeholderGroup.PARENT), Parity.Side.of("staff", StakeholderGroup.TEACHER));
        assertThat(under(Quorum.builder().addParity(parity)).explanation().claim())
                .contains("parity with parents, who have no voting seat");
    }

    private static Outcome under(Quorum.Builder quorum) {
        return Majority.of(Threshold.MAJORITY)
                .decide(
                        Members.votes(5, 0, 0),
                        roll(5),
                        CONTEXT.toBuilder().quorum(quorum.build()).build());
    }

    @Test
    void whereRecusalsLeaveTooFewForTheQuorumNoMeetingCouldDecide() {
        VotingRoll six = roll(6).withRecusals(List.of(Recusal.of(person(4), "x"), Recusal.of(person(5), "x")));
        VotingContext five =
                CONTEXT.toBuilder().quorum(Quorum.builder().atLeast(5).build()).build();
        assertThat(Majority.of(Threshold.MAJORITY)
                        .decide(Members.votes(4, 0, 0), six, five)
                        .status())
                .isEqualTo(Status.INVALID);
        VotingContext counted = five.toBuilder()
                .recusalPolicy(Recusal.Policy.EXCLUDED_FROM_VOTE)
                .build();
        assertThat(Majority.of(Threshold.MAJORITY)
                        .decide(Members.votes(4, 0, 0), six, counted)
                        .status())
                .isEqualTo(Status.ADOPTED);
    }

    @Test
    void vacantSeatsMakeAQuorumOfSeatsMissedButNotImpossible() {
        Seat vacant = Seat.builder().group(StakeholderGroup.TEACHER).build();
        VotingRoll roll = roll(2).toBuilder().addSeats(vacant, vacant, vacant).build();
        VotingContext ofSeats = CONTEXT.toBuilder()
                .quorum(Quorum.builder().of(Quorum.Of.SEATS).build())
                .build();
        assertThat(Majority.of(Threshold.MAJORITY)
                        .decide(Members.votes(2, 0, 0), roll, ofSeats)
                        .status())
                .isEqualTo(Status.NO_QUORUM);
    }
}
