package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.protocol.Foresight;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Substitution.Kind;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

class SubstitutionTest {
    private static final PersonId OTHER = PersonId.of("p-900");
    private static final PersonId THIRD = PersonId.of("p-901");

    private static VotingRoll of(int members, Set<Integer> absent, Substitution... substitutions) {
        Set<PersonId> present = new TreeSet<>(roll(members).present());
        absent.forEach(i -> present.remove(person(i)));
        Stream.of(substitutions)
                .filter(it -> it.kind() == Kind.ALTERNATE)
                .flatMap(it -> it.substitute().stream())
                .forEach(present::add);
        return roll(members).toBuilder()
                .addSubstitutions(substitutions)
                .present(present)
                .build();
    }

    private static Ballot yes(PersonId person) {
        return Ballot.of(person, CONTEXT, Position.yes());
    }

    private static Ballot no(PersonId person) {
        return Ballot.of(person, CONTEXT, Position.no());
    }

    private static Outcome count(VotingRoll roll, VotingContext context, Ballot... ballots) {
        return Protocols.MAJORITY.decide(List.of(ballots), roll, context);
    }

    private static List<String> reasons(Outcome outcome) {
        return outcome.leftOut().stream()
                .map(left -> left.person() + " " + left.reason())
                .toList();
    }

    @Test
    void nobodyStandsInForAnybodyUnlessTheRulesAllowIt() {
        VotingRoll roll = of(3, Set.of(0), Substitution.alternate(person(0), OTHER));
        Outcome outcome = count(roll, CONTEXT, yes(OTHER), yes(person(1)), no(person(2)));
        assertThat(reasons(outcome))
                .containsExactly("p-000 alternate p-900: not allowed by the rules", "p-900 the seat has no vote");
        assertThat(outcome.explanation().toString()).contains("Left out: p-000, alternate p-900: not allowed");
        assertThat(outcome.counts()).containsEntry("yes", 1).containsEntry("no", 1);
        VotingRoll proxied = of(3, Set.of(0), Substitution.proxy(person(0), person(1)));
        assertThat(reasons(count(proxied, CONTEXT, Ballot.byProxy(person(0), person(1), CONTEXT, Position.yes()))))
                .containsExactly(
                        "p-000 cast by p-001, who is no proxy here", "p-000 proxy p-001: not allowed by the rules");
        VotingRoll delegated = of(3, Set.of(), Substitution.delegation(person(0), person(1)));
        assertThat(count(delegated, CONTEXT, yes(person(1))).count("yes")).isEqualTo(1);
    }

    @Test
    void anAlternateIsPresentAndVotesInTheSeatAndTheMemberDoesNotCount() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.ALTERNATE);
        VotingRoll roll = of(3, Set.of(2), Substitution.alternate(person(0), OTHER));
        // The member is in the room and votes all the same: one seat, one vote.
        Outcome outcome = count(roll, allowed, yes(OTHER), no(person(0)), yes(person(1)));
        assertThat(reasons(outcome)).containsExactly("p-000 p-900 sits in the seat");
        assertThat(outcome.count("yes")).isEqualTo(2);
        assertThat(outcome.explanation().toString())
                .contains("Alternate: p-900 sits for p-000.", "Quorum: 2 of 3 present");
        assertThat(count(roll.withWeights(Map.of(person(0), Rational.of(5))), allowed, yes(OTHER), no(person(1)))
                        .weights())
                .containsEntry("yes", Rational.of(5));
    }

    @Test
    void anAlternateForWhoIsRecusedVotesUnlessRecusedToo() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.ALTERNATE);
        VotingRoll roll = of(2, Set.of(), Substitution.alternate(person(0), OTHER))
                .withRecusals(List.of(Recusal.of(person(0), "vendor")));
        assertThat(count(roll, allowed, yes(OTHER), yes(person(1))).count("yes"))
                .isEqualTo(2);
        Outcome both =
                count(roll.withRecusals(List.of(Recusal.of(OTHER, "vendor"))), allowed, yes(OTHER), yes(person(1)));
        assertThat(reasons(both)).containsExactly("p-900 recused");
    }

    @Test
    void anAlternateWhoCannotSitLeavesTheMemberInTheSeat() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.ALTERNATE);
        VotingRoll own = of(3, Set.of(), Substitution.alternate(person(0), person(1)));
        Outcome outcome = count(own, allowed, yes(person(0)), yes(person(1)));
        assertThat(reasons(outcome)).containsExactly("p-000 alternate p-001: votes in a seat of their own");
        assertThat(outcome.count("yes")).isEqualTo(2);
        VotingRoll twice = of(
                3,
                Set.of(),
                Substitution.alternate(person(0), OTHER),
                Substitution.alternate(person(1), OTHER),
                Substitution.alternate(person(2), THIRD));
        assertThat(reasons(count(twice, allowed, yes(OTHER), yes(person(1)), yes(THIRD))))
                .containsExactly("p-001 alternate p-900: sits for another already");
        VotingRoll away = own.withSubstitutions(List.of(Substitution.alternate(person(0), OTHER)));
        assertThat(reasons(count(away, allowed, yes(person(0)))))
                .containsExactly("p-000 alternate p-900: is absent, so the seat is not taken");
    }

    @Test
    void officesStayWithTheMemberWhomAnAlternateSitsFor() {
        Seat principal = Seat.of(person(0), StakeholderGroup.ADMINISTRATOR).toBuilder()
                .addOffices(Office.PRINCIPAL)
                .build();
        VotingRoll roll = VotingRoll.builder()
                .addSeats(principal)
                .addSubstitutions(Substitution.alternate(person(0), OTHER))
                .addPresent(OTHER)
                .build();
        VotingContext needs = CONTEXT.withAllowed(Kind.ALTERNATE).toBuilder()
                .quorum(Quorum.builder().addOffices(Office.PRINCIPAL).build())
                .build();
        assertThat(count(roll, needs, yes(OTHER)).explanation().claim()).contains("no principal present");
    }

    @Test
    void aProxyHandsInTheBallotOfAnAbsentMemberOnly() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.PROXY);
        VotingRoll roll = of(3, Set.of(0), Substitution.proxy(person(0), person(1)));
        Ballot proxy = Ballot.byProxy(person(0), person(1), CONTEXT, Position.yes());
        Outcome outcome = count(roll, allowed, proxy, no(person(1)), yes(person(2)));
        assertThat(outcome.count("yes")).isEqualTo(2);
        assertThat(outcome.explanation().toString()).contains("Proxy: p-001 for p-000.", "Quorum: 2 of 3 present");
        assertThat(reasons(count(roll, allowed, yes(person(0)), yes(person(1)))))
                .containsExactly("p-000 absent at the vote");
        VotingRoll there = of(3, Set.of(), Substitution.proxy(person(0), person(1)));
        assertThat(reasons(count(there, allowed, proxy, yes(person(0)))))
                .containsExactly(
                        "p-000 cast by p-001, who is no proxy here",
                        "p-000 proxy p-001: the member is present and votes in person");
        VotingRoll alone = of(3, Set.of(0, 1), Substitution.proxy(person(0), person(1)));
        assertThat(reasons(count(alone, allowed, proxy))).contains("p-000 proxy p-001: is absent");
        VotingRoll recused = roll.withRecusals(List.of(Recusal.of(person(1), "vendor")));
        assertThat(reasons(count(recused, allowed, proxy, yes(person(2))))).contains("p-000 proxy p-001: is recused");
    }

    /** OpenSlides issue 5745: votes delegated to somebody who was not there were counted all the same. */
    @Test
    void aDelegateWhoIsAbsentCarriesNothing() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.DELEGATION);
        VotingRoll roll = of(5, Set.of(0, 1), Substitution.delegation(person(0), person(1)));
        Outcome outcome = count(roll, allowed, yes(person(1)), no(person(2)));
        assertThat(reasons(outcome)).containsExactly("p-000 delegation p-001: is absent", "p-001 absent at the vote");
        assertThat(outcome.counts()).containsEntry("yes", 0).containsEntry("no", 1);
    }

    @Test
    void aDelegatedVoteFollowsTheDelegateUnlessTheMemberVotes() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.DELEGATION);
        VotingRoll roll = of(3, Set.of(), Substitution.delegation(person(0), person(1)));
        Outcome follows = count(roll, allowed, no(person(1)), yes(person(2)));
        assertThat(follows.count("no")).isEqualTo(2);
        assertThat(follows.explanation().toString()).contains("Delegation: the vote of p-000 follows p-001.");
        assertThat(count(roll, allowed, yes(person(0)), no(person(1))).counts())
                .containsEntry("yes", 1)
                .containsEntry("no", 1);
        VotingRoll revoked = roll.toBuilder()
                .addSubstitutions(Substitution.revoked(Kind.DELEGATION, person(0)))
                .build();
        assertThat(count(revoked, allowed, no(person(1))).count("no")).isEqualTo(1);
        VotingRoll moved = roll.toBuilder()
                .addSubstitutions(Substitution.delegation(person(0), person(2)))
                .build();
        assertThat(count(moved, allowed, no(person(1)), yes(person(2))).count("yes"))
                .isEqualTo(2);
        // An illegal ballot is still a ballot of the member's own.
        Outcome own = count(roll, allowed, Ballot.of(person(0), CONTEXT, Position.fingers(5)), no(person(1)));
        assertThat(own.count("no")).isEqualTo(1);
    }

    @Test
    void aDelegateWhoIsRecusedOrDoesNotVoteCarriesNothingAndNeitherDoesARecusedMember() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.DELEGATION);
        VotingRoll roll = of(4, Set.of(), Substitution.delegation(person(0), person(1)));
        assertThat(reasons(count(roll, allowed, yes(person(2)))))
                .containsExactly("p-000 delegation p-001: cast no ballot that counts");
        VotingRoll delegate = roll.withRecusals(List.of(Recusal.of(person(1), "vendor")));
        assertThat(reasons(count(delegate, allowed, yes(person(1)), yes(person(2)))))
                .containsExactly("p-000 delegation p-001: cast no ballot that counts", "p-001 recused");
        VotingRoll member = roll.withRecusals(List.of(Recusal.of(person(0), "vendor")));
        assertThat(reasons(count(member, allowed, yes(person(1)))))
                .containsExactly("p-000 delegation p-001: the member is recused");
    }

    @Test
    void delegationsInACircleDoNotCountAndTheOutcomeSaysSo() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.DELEGATION);
        VotingRoll roll = of(
                5,
                Set.of(),
                Substitution.delegation(person(0), person(1)),
                Substitution.delegation(person(1), person(2)),
                Substitution.delegation(person(2), person(0)));
        Outcome outcome = count(roll, allowed, yes(person(3)), no(person(4)));
        assertThat(reasons(outcome))
                .containsExactly(
                        "p-000 delegation runs in a circle: p-000, p-001, p-002, p-000",
                        "p-001 delegation runs in a circle: p-001, p-002, p-000, p-001",
                        "p-002 delegation runs in a circle: p-002, p-000, p-001, p-002");
        assertThat(outcome.explanation().toString()).contains("runs in a circle");
        assertThat(outcome.base()).contains(2);
        // One of them votes, and the circle is none.
        Outcome cut = count(roll, allowed, yes(person(2)), no(person(4)));
        assertThat(cut.count("yes")).isEqualTo(2);
        assertThat(reasons(cut))
                .containsExactly(
                        "p-000 delegation p-001: cast no ballot, and p-002 is 2 steps away where 1 is allowed");
        VotingContext two = allowed.toBuilder().delegationSteps(2).build();
        assertThat(count(roll, two, yes(person(2)), no(person(4))).count("yes")).isEqualTo(3);
    }

    @Test
    void whoDelegatedAndSomebodyWithAProxyMayStillVote() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.DELEGATION, Kind.PROXY);
        VotingRoll roll = of(
                4, Set.of(3), Substitution.delegation(person(0), person(1)), Substitution.proxy(person(3), person(2)));
        List<Ballot> cast = new ArrayList<>(List.of(yes(person(1)), no(person(2))));
        Foresight foresight = new Foresight(Protocols.MAJORITY, roll, allowed, List.of(Position.yes(), Position.no()));
        assertThat(foresight.listOutstanding(cast)).containsExactly(person(0), person(3));
        assertThat(foresight.stillPossible(cast))
                .containsExactlyInAnyOrder(Outcome.Status.ADOPTED, Outcome.Status.TIED, Outcome.Status.REJECTED);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Substitution.proxy(person(0), person(0)))
                .hasMessageContaining("stand in for themselves");
        assertThatThrownBy(() -> roll(1).withSubstitutions(List.of(Substitution.proxy(OTHER, person(0)))))
                .hasMessageContaining("named for p-900, who holds no seat");
        assertThatThrownBy(() -> yes(person(0)).toBuilder().castBy(person(0)).build())
                .hasMessageContaining("whose vote it is");
        assertThatThrownBy(() -> Ballot.casting(person(0), CONTEXT, Position.yes()).toBuilder()
                        .castBy(person(1))
                        .build())
                .hasMessageContaining("Only the chair can");
        assertThatThrownBy(() -> count(roll(2), CONTEXT, yes(OTHER))).hasMessageContaining("p-900, who holds no seat");
        assertThatThrownBy(() -> roll(1).withPresent(Set.of(OTHER))).hasMessageContaining("present but holds no seat");
    }
}
