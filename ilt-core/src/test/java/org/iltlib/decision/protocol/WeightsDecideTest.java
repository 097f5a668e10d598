package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.fingers;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;
import static org.iltlib.decision.vote.Members.stances;
import static org.iltlib.decision.vote.Members.votes;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.options.DotVoting;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Position.Stand;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.Substitution.Kind;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

/** Weights decide wherever an outcome shows them. One member weighs 100, two weigh 1, and are of another mind. */
class WeightsDecideTest {
    private static final VotingRoll HEAVY = roll(3).withWeights(Map.of(person(0), Rational.of(100)));

    private static Ballot of(int member, Position position) {
        return Ballot.of(person(member), CONTEXT, position);
    }

    @Test
    void aShareOfGradesIsOneOfWeights() {
        Outcome outcome = new GradientsOfAgreement(GradientScale.KANER_CURRENT, 3, Minimum.MAJORITY)
                .decide(
                        List.of(of(0, Position.grade(7)), of(1, Position.grade(1)), of(2, Position.grade(1))),
                        HEAVY,
                        CONTEXT);
        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.baseWeight()).contains(Rational.of(102));
        assertThat(outcome.explanation().toString()).contains("2 of 102 at level 3");
    }

    @Test
    void theMajorityAfterTwoRoundsIsOneOfWeights() {
        Outcome outcome = Protocols.FIST_TO_FIVE_THEN_MAJORITY.decide(
                fingers(1, 3, 3), HEAVY, CONTEXT.toBuilder().round(3).build());
        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.baseWeight()).contains(Rational.of(102));
        assertThat(outcome.weights()).containsEntry("1", Rational.of(100));
        assertThat(Protocols.FIST_TO_FIVE_CLASSIC
                        .decide(fingers(1, 3, 3), HEAVY, CONTEXT)
                        .weights())
                .isEmpty();
    }

    @Test
    void dotsWeighAsTheirVotersDo() {
        Outcome outcome = DotVoting.builder()
                .options(List.of("a", "b"))
                .dots(3)
                .places(1)
                .build()
                .decide(
                        List.of(
                                of(0, Position.dots(Map.of("a", 1))),
                                of(1, Position.dots(Map.of("b", 1))),
                                of(2, Position.dots(Map.of("b", 1)))),
                        HEAVY,
                        CONTEXT);
        assertThat(outcome.chosen()).containsExactly("a");
        assertThat(outcome.counts()).containsEntry("dots on a", 1).containsEntry("dots on b", 2);
        assertThat(outcome.weights())
                .containsEntry("dots on a", Rational.of(100))
                .containsEntry("dots on b", Rational.of(2));
    }

    @Test
    void whereHeadsDecideNoWeightsAreShown() {
        assertThat(Protocols.CONSENSUS
                        .decide(stances(Stand.STAND_ASIDE, Stand.AGREE, Stand.AGREE), HEAVY, CONTEXT)
                        .weights())
                .isEmpty();
        assertThat(Protocols.UNANIMITY.decide(votes(2, 1, 0), HEAVY, CONTEXT).weights())
                .isEmpty();
        assertThat(Protocols.GENERAL_CONSENT
                        .decide(votes(3, 0, 0), HEAVY, CONTEXT)
                        .weights())
                .isEmpty();
        assertThat(Protocols.TWO_SIDED.decide(votes(2, 1, 0), HEAVY, CONTEXT).baseWeight())
                .contains(Rational.of(102));
    }

    private static VotingRoll groups(Seat... more) {
        VotingRoll.Builder roll = VotingRoll.builder();
        for (int i = 0; i < 4; i++) {
            roll.addSeats(Seat.of(person(i), i % 2 == 0 ? StakeholderGroup.TEACHER : StakeholderGroup.PARENT));
        }
        return roll.addSeats(more).present(roll(4).present()).build();
    }

    private static ConcurrentMajorities both(Threshold threshold) {
        return new ConcurrentMajorities(
                List.of(
                        new ConcurrentMajorities.Part(StakeholderGroup.TEACHER, threshold),
                        new ConcurrentMajorities.Part(StakeholderGroup.PARENT, threshold)),
                ConcurrentMajorities.WhenEmpty.FAILS);
    }

    @Test
    void aVacantSeatOfAGroupWeighsAsMuchAsItsHeldOnesOnAverage() {
        VotingRoll roll = groups(
                        Seat.builder().group(StakeholderGroup.TEACHER).build(),
                        Seat.builder().group(StakeholderGroup.PARENT).build())
                .withWeights(Map.of(
                        person(0), Rational.of(10),
                        person(1), Rational.of(10),
                        person(2), Rational.of(10),
                        person(3), Rational.of(10)));
        Threshold threshold = Threshold.of(Minimum.atLeast(Fraction.of(3, 4)), Threshold.Base.SEATS);
        // 20 of 30 in each group is less than three quarters, as 40 of 60 is in the whole team.
        assertThat(Majority.of(threshold).decide(votes(4, 0, 0), roll, CONTEXT).status())
                .isEqualTo(Status.INVALID);
        assertThat(both(threshold).decide(votes(4, 0, 0), roll, CONTEXT).status())
                .isEqualTo(Status.INVALID);
    }

    @Test
    void anAlternateCountsInTheSeatsOfTheGroup() {
        PersonId other = PersonId.of("p-900");
        TreeSet<PersonId> present = new TreeSet<>(roll(4).present());
        present.add(other);
        VotingRoll roll = groups().toBuilder()
                .addSubstitutions(Substitution.alternate(person(0), other))
                .present(present)
                .build();
        Threshold threshold = Threshold.of(Minimum.MAJORITY, Threshold.Base.SEATS);
        List<Ballot> ballots = List.of(
                Ballot.of(other, CONTEXT, Position.yes()),
                of(1, Position.yes()),
                of(2, Position.yes()),
                of(3, Position.yes()));
        assertThat(both(threshold)
                        .decide(ballots, roll, CONTEXT.withAllowed(Kind.ALTERNATE))
                        .status())
                .isEqualTo(Status.ADOPTED);
    }
}
