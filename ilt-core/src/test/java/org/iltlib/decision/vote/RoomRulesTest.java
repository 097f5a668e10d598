package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;
import static org.iltlib.decision.vote.Members.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.protocol.Majority;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Threshold.Base;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

/** Recusals, weights, quorums by another measure, and written forms. */
class RoomRulesTest {
    private static final Majority OF_ENTITLED = Majority.of(Threshold.of(Minimum.MAJORITY, Base.ENTITLED));

    private static Outcome decide(VotingRoll roll, VotingContext context, List<Ballot> ballots) {
        return Protocols.MAJORITY.decide(ballots, roll, context);
    }

    private static VotingContext under(Quorum.Builder quorum) {
        return CONTEXT.toBuilder().quorum(quorum.build()).build();
    }

    @Test
    void aRecusalDeclaredByAnotherTakesEffectOnlyWhenRuledSo() {
        Recusal said = Recusal.of(person(0), person(1), "her brother is the vendor");
        assertThat(said.isInEffect()).isFalse();
        assertThat(said.ruledBy(person(2), true).isInEffect()).isTrue();
        assertThat(said.ruledBy(person(2), false).isInEffect()).isFalse();
        Outcome without = decide(roll(3).withRecusals(List.of(said)), CONTEXT, votes(2, 0, 1));
        assertThat(without.count("yes")).isEqualTo(2);
        assertThat(without.explanation().toString())
                .contains("Recusal of p-000: declared by p-001, not ruled on; without effect.");
        Outcome ruled = decide(roll(3).withRecusals(List.of(said.ruledBy(person(2), true))), CONTEXT, votes(2, 0, 1));
        assertThat(ruled.leftOut()).containsExactly(new LeftOut(person(0), "recused"));
        assertThat(ruled.explanation().toString())
                .contains("Recusal of p-000: declared by p-001, upheld by p-002; in effect.");
    }

    @Test
    void anOwnRecusalStandsWhileChallengedAndFallsWhenOverruled() {
        Recusal own = Recusal.of(person(0), "vendor").challengedBy(person(1), "the interest is shared by all");
        assertThat(own.isInEffect()).isTrue();
        assertThat(own.standing()).isEqualTo("declared by p-000, challenged by p-001, not ruled on");
        Recusal overruled = own.ruledBy(person(2), false);
        assertThat(overruled.standing()).isEqualTo("declared by p-000, challenged by p-001, overruled by p-002");
        assertThat(decide(roll(3).withRecusals(List.of(overruled)), CONTEXT, votes(2, 0, 1))
                        .count("yes"))
                .isEqualTo(2);
        assertThat(roll(3).withRecusals(List.of(overruled)).isRecused(person(0)))
                .isFalse();
    }

    /** The denominator trap of w3c/process issues 280 and 314: nine people, two recused. */
    @Test
    void theExplanationShowsBothReadingsOfAMajorityOfNineWithTwoRecused() {
        VotingRoll nine =
                roll(9).withRecusals(List.of(Recusal.of(person(7), "vendor"), Recusal.of(person(8), "vendor")));
        assertThat(OF_ENTITLED
                        .decide(votes(4, 3, 0), nine, CONTEXT)
                        .explanation()
                        .toString())
                .contains(
                        "Recusal: 5 of 9 with the 2 recused in the base, 4 of 7 without; the policy (not counted at all)"
                                + " takes the latter.");
        VotingContext inBase = CONTEXT.toBuilder()
                .recusalPolicy(Recusal.Policy.EXCLUDED_FROM_VOTE)
                .build();
        assertThat(OF_ENTITLED
                        .decide(votes(4, 3, 0), nine, inBase)
                        .explanation()
                        .toString())
                .contains("that is 5 of 9", "(without a vote) takes the former");
        assertThat(OF_ENTITLED
                        .decide(votes(4, 3, 0), roll(9), CONTEXT)
                        .explanation()
                        .toString())
                .doesNotContain("Recusal");
    }

    @Test
    void weightsAreCountedExactlyAndShownBesideHeads() {
        // A third three times is one; in floating point it need not be.
        VotingRoll roll = roll(5).withWeights(Map.of(
                person(0), Rational.of(1, 3), person(1), Rational.of(1, 3), person(2), Rational.of(1, 3)));
        Outcome tie = decide(roll, CONTEXT, votes(3, 1, 1));
        assertThat(tie.status()).isEqualTo(Status.TIED);
        assertThat(tie.counts()).containsEntry("yes", 3).containsEntry("no", 1);
        assertThat(tie.weights()).containsEntry("yes", Rational.ONE).containsEntry("no", Rational.ONE);
        assertThat(tie.baseWeight()).contains(Rational.of(2));
        assertThat(tie.base()).contains(4);
        assertThat(tie.explanation().toString())
                .contains("Weights: 1 yes, 1 no.", "by weight: more than 1 of 2", "Quorum: 5 of 5 present");
        assertThat(decide(roll(5), CONTEXT, votes(3, 1, 1)).weights()).isEmpty();
        assertThat(decide(roll(5), CONTEXT, votes(3, 1, 1)).baseWeight()).isEmpty();
    }

    @Test
    void aThresholdOutOfReachByWeightIsAFaultOfTheRules() {
        VotingRoll roll = roll(3).withWeights(Map.of(person(0), Rational.of(2)))
                .withRecusals(List.of(Recusal.of(person(0), "vendor")));
        VotingContext inBase = CONTEXT.toBuilder()
                .recusalPolicy(Recusal.Policy.EXCLUDED_FROM_VOTE)
                .build();
        Outcome outcome = OF_ENTITLED.decide(votes(0, 0, 0), roll, inBase);
        assertThat(outcome.status()).isEqualTo(Status.INVALID);
        assertThat(outcome.explanation().claim()).contains("of a weight of 4, cannot be reached", "weigh 2");
    }

    @Test
    void weightsOfNothingAndOfStrangersAreRefused() {
        assertThatThrownBy(() -> roll(1).withWeights(Map.of(person(0), Rational.ZERO)))
                .hasMessageContaining("The weight of p-000 is 0. Expected more than 0.");
        assertThatThrownBy(() -> roll(1).withWeights(Map.of(person(1), Rational.ONE)))
                .hasMessageContaining("p-001 has a weight but holds no seat");
        assertThatThrownBy(() -> roll(1).withAffiliations(Map.of(person(1), "union")))
                .hasMessageContaining("p-001 has an affiliation but holds no seat");
    }

    @Test
    void ballotsThatSayTheSameCountOnceWithinAnAffiliationWhereTheRulesSaySo() {
        VotingRoll roll = roll(5).withAffiliations(
                        Map.of(person(0), "grade 1", person(1), "grade 1", person(2), "grade 1", person(3), "grade 2"));
        VotingContext once = CONTEXT.toBuilder().affiliationsHeardOnce(true).build();
        Outcome outcome = decide(roll, once, votes(2, 3, 0));
        assertThat(outcome.counts()).containsEntry("yes", 1).containsEntry("no", 3);
        assertThat(outcome.leftOut()).containsExactly(new LeftOut(person(1), "counts once with p-000 of grade 1"));
        assertThat(decide(roll, CONTEXT, votes(2, 3, 0)).count("yes")).isEqualTo(2);
        Outcome heavy = decide(roll.withWeights(Map.of(person(1), Rational.of(3))), once, votes(2, 3, 0));
        assertThat(heavy.weights()).containsEntry("yes", Rational.of(3));
    }

    @Test
    void participationIsAnotherThingThanPresence() {
        VotingContext answered = under(Quorum.builder().by(Quorum.By.PARTICIPATION));
        assertThat(decide(roll(6), answered, votes(3, 0, 0)).status()).isEqualTo(Status.NO_QUORUM);
        assertThat(decide(roll(6), answered, votes(3, 0, 0)).explanation().claim())
                .contains("3 answered, 4 needed");
        assertThat(decide(roll(6), answered, votes(3, 0, 1)).status()).isEqualTo(Status.ADOPTED);
        List<Ballot> illegal = new ArrayList<>(votes(3, 0, 0));
        illegal.add(Ballot.of(person(3), CONTEXT, Position.fingers(2)));
        assertThat(decide(roll(6), answered, illegal).status()).isEqualTo(Status.ADOPTED);
        VotingRoll delegated = roll(6).withSubstitutions(List.of(Substitution.delegation(person(5), person(0))));
        assertThat(decide(delegated, answered.withAllowed(Substitution.Kind.DELEGATION), votes(3, 0, 0))
                        .status())
                .isEqualTo(Status.NO_QUORUM);
        assertThat(decide(roll(6), CONTEXT, votes(3, 0, 0)).status()).isEqualTo(Status.ADOPTED);
    }

    @Test
    void parityHoldsTwoSidesToEqualNumbersPresent() {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            seats.add(Seat.of(
                    person(i),
                    i < 3
                            ? StakeholderGroup.PARENT
                            : i == 3 ? StakeholderGroup.ADMINISTRATOR : StakeholderGroup.TEACHER));
        }
        Parity.Side parents = Parity.Side.of("parents", StakeholderGroup.PARENT);
        Parity.Side staff = Parity.Side.of("staff", StakeholderGroup.TEACHER, StakeholderGroup.ADMINISTRATOR);
        VotingRoll all = VotingRoll.of(seats, roll(6).present(), List.of());
        VotingRoll five = all.withPresent(Set.of(person(1), person(2), person(3), person(4), person(5)));
        VotingContext equal = under(Quorum.builder().addParity(Parity.of(parents, staff)));
        assertThat(decide(all, equal, votes(6, 0, 0)).status()).isEqualTo(Status.ADOPTED);
        assertThat(decide(five, equal, votes(6, 0, 0)).explanation().claim())
                .contains("2 parents and 3 staff present, as many needed");
        VotingContext nearly = under(Quorum.builder().addParity(new Parity(parents, staff, 1)));
        assertThat(decide(five, nearly, votes(6, 0, 0)).status()).isEqualTo(Status.ADOPTED);
        VotingRoll four = all.withPresent(Set.of(person(2), person(3), person(4), person(5)));
        assertThat(decide(four, nearly, votes(6, 0, 0)).explanation().claim()).contains("at most 1 apart needed");
        assertThatThrownBy(() -> Parity.of(parents, parents)).hasMessageContaining("stands on both sides");
    }

    @Test
    void secrecyOnlyBecomesStricterOnceOpenAndAnonymityStays() {
        for (Secrecy from : Secrecy.values()) {
            for (Secrecy to : Secrecy.values()) {
                assertThat(from.mayBecome(to, true)).as("%s to %s", from, to).isEqualTo(to.compareTo(from) >= 0);
                assertThat(from.mayBecome(to, false))
                        .as("%s to %s before", from, to)
                        .isEqualTo(from != Secrecy.ANONYMOUS || to == Secrecy.ANONYMOUS);
            }
        }
        VotingContext hidden = CONTEXT.withSecrecy(Secrecy.HIDDEN_UNTIL_CLOSE, true);
        assertThatThrownBy(() -> hidden.withSecrecy(Secrecy.OPEN, true))
                .hasMessageContaining("is hidden until close and cannot become open after it was opened");
        assertThat(hidden.withSecrecy(Secrecy.ANONYMOUS, true).secrecy()).isEqualTo(Secrecy.ANONYMOUS);
        assertThatThrownBy(() -> hidden.withSecrecy(Secrecy.ANONYMOUS, false).withSecrecy(Secrecy.OPEN, false))
                .hasMessageContaining("Maybe hold a new vote");
    }

    private static <T> void roundTrips(Form<T> form, T value) {
        String written = CanonicalJson.write(form.write(value));
        assertThat(form.read(CanonicalJson.read(written))).isEqualTo(value);
    }

    @Test
    void everythingThatIsSaidOfARoomIsWrittenAndReadBack() {
        Set<PersonId> present = new TreeSet<>(roll(3).present());
        present.add(PersonId.of("p-900"));
        roundTrips(
                VotingRoll.FORM,
                roll(3).toBuilder()
                        .present(present)
                        .addRecusals(Recusal.of(person(2), person(1), "vendor")
                                .challengedBy(person(2), "sold it")
                                .ruledBy(person(0), true)
                                .toBuilder()
                                .interest(Recusal.Interest.FINANCIAL)
                                .build())
                        .addSubstitutions(Substitution.alternate(person(0), PersonId.of("p-900")))
                        .addSubstitutions(Substitution.revoked(Substitution.Kind.PROXY, person(1)))
                        .putWeights(person(1), Rational.of(7, 3))
                        .putAffiliations(person(1), "grade 2")
                        .build());
        String seed = "four dice: 3 1 6 2";
        roundTrips(
                VotingContext.FORM,
                CONTEXT
                        .withAllowed(Substitution.Kind.PROXY, Substitution.Kind.ALTERNATE)
                        .withTies(
                                TiePolicy.castingVote(Office.PRINCIPAL),
                                TiePolicy.nextMeeting(),
                                TiePolicy.lot(TieBreaks.commitment(seed)).withSeeds(seed),
                                TiePolicy.statusQuo())
                        .withSecrecy(Secrecy.ANONYMOUS, false)
                        .toBuilder()
                        .delegationSteps(2)
                        .affiliationsHeardOnce(true)
                        .smallestCell(5)
                        .quorum(Quorum.builder()
                                .by(Quorum.By.PARTICIPATION)
                                .addParity(Parity.of(
                                        Parity.Side.of("parents", StakeholderGroup.PARENT),
                                        Parity.Side.of("staff", StakeholderGroup.TEACHER)))
                                .build())
                        .build());
        roundTrips(VotingContext.FORM, CONTEXT);
        roundTrips(Ballot.FORM, Ballot.byProxy(person(0), person(1), CONTEXT, Position.no()));
        roundTrips(Ballot.FORM, Ballot.casting(person(0), CONTEXT, Position.no()));
        assertThatThrownBy(() -> VotingRoll.WEIGHT.read(CanonicalJson.read("\"-1\"")))
                .hasMessageContaining("Expected such as 3/2");
    }

    @Test
    void aWeightOfManyDigitsIsReadBack() {
        Rational sum = Rational.ZERO;
        for (long prime : new long[] {999999000001L, 67280421310721L, 2147483647L, 1000000007L}) {
            sum = sum.plus(Rational.of(1, prime));
        }
        assertThat(sum.toString().length()).isGreaterThan(40);
        roundTrips(VotingRoll.WEIGHT, sum);
        assertThat(Threshold.of(Minimum.atLeast(Fraction.ONE), Base.CAST).isMetBy(sum, sum))
                .isTrue();
        assertThat(Threshold.MAJORITY.isMetBy(Rational.ZERO, Rational.ZERO)).isFalse();
    }
}
