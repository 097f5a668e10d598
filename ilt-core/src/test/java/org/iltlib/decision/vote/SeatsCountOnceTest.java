package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.PersonId;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Substitution.Kind;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

/** A seat is heard once, whoever speaks for it, and those counted present are among those who are counted at all. */
class SeatsCountOnceTest {
    private static final PersonId OTHER = PersonId.of("p-900");

    private static Ballot of(PersonId person, Position position) {
        return Ballot.of(person, CONTEXT, position);
    }

    private static VotingRoll led(int members, boolean voting) {
        List<Seat> seats = new ArrayList<>(roll(members).seats());
        seats.set(
                0,
                seats.get(0).toBuilder()
                        .voting(voting)
                        .addOffices(Office.FACILITATOR)
                        .build());
        return roll(members).toBuilder().seats(seats).build();
    }

    private static VotingRoll with(VotingRoll roll, Substitution... substitutions) {
        Set<PersonId> present = new TreeSet<>(roll.present());
        present.add(OTHER);
        return roll.toBuilder().addSubstitutions(substitutions).present(present).build();
    }

    @Test
    void aQuorumOfThoseEntitledIsNotMetByThoseWhoAreNot() {
        VotingContext context = CONTEXT.toBuilder()
                .recusalPolicy(Recusal.Policy.EXCLUDED_FROM_VOTE)
                .quorum(Quorum.builder().of(Quorum.Of.ENTITLED).build())
                .build();
        VotingRoll roll = roll(10).withRecusals(IntStream.range(0, 5)
                        .mapToObj(i -> Recusal.of(person(i), "vendor"))
                        .toList())
                .withPresent(Set.of(person(0), person(1), person(5)));
        Outcome outcome = Protocols.MAJORITY.decide(List.of(of(person(5), Position.yes())), roll, context);
        assertThat(outcome.status()).isEqualTo(Status.NO_QUORUM);
        assertThat(outcome.explanation().toString()).contains("1 present, 3 needed");
    }

    @Test
    void aChairWhoseAlternateVotedDoesNotVoteAsAMemberToo() {
        List<Ballot> ballots = List.of(
                of(OTHER, Position.yes()),
                of(person(1), Position.yes()),
                of(person(2), Position.no()),
                of(person(3), Position.no()),
                Ballot.casting(person(0), CONTEXT, Position.yes()));
        VotingRoll roll = with(led(4, true), Substitution.alternate(person(0), OTHER));
        VotingContext allowed = CONTEXT.withAllowed(Kind.ALTERNATE);
        Outcome once =
                Protocols.MAJORITY.decide(ballots, roll, allowed.withTies(TiePolicy.chairAsMember(Office.FACILITATOR)));
        assertThat(once.status()).isEqualTo(Status.TIED);
        assertThat(once.tiePath()).anyMatch(line -> line.contains("p-900, who sits in the seat, has voted already"));
        assertThat(Protocols.MAJORITY
                        .decide(ballots, roll, allowed.withTies(TiePolicy.castingVote(Office.FACILITATOR)))
                        .status())
                .isEqualTo(Status.ADOPTED);
    }

    @Test
    void aChairWithoutAVotingSeatDoesNotVoteAsAMember() {
        List<Ballot> ballots = List.of(
                of(person(1), Position.yes()),
                of(person(2), Position.no()),
                Ballot.casting(person(0), CONTEXT, Position.yes()));
        VotingRoll roll = led(3, false);
        assertThat(Protocols.MAJORITY
                        .decide(ballots, roll, CONTEXT.withTies(TiePolicy.chairAsMember(Office.FACILITATOR)))
                        .status())
                .isEqualTo(Status.TIED);
        assertThat(Protocols.MAJORITY
                        .decide(ballots, roll, CONTEXT.withTies(TiePolicy.castingVote(Office.FACILITATOR)))
                        .status())
                .isEqualTo(Status.ADOPTED);
    }

    @Test
    void takingBackAnAlternateLeavesTheProxy() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.ALTERNATE, Kind.PROXY);
        VotingRoll roll = roll(3).toBuilder()
                .addSubstitutions(
                        Substitution.proxy(person(2), person(0)), Substitution.revoked(Kind.ALTERNATE, person(2)))
                .present(Set.of(person(0), person(1)))
                .build();
        Outcome outcome = Protocols.MAJORITY.decide(
                List.of(
                        of(person(0), Position.yes()),
                        of(person(1), Position.no()),
                        Ballot.byProxy(person(2), person(0), CONTEXT, Position.yes())),
                roll,
                allowed);
        assertThat(outcome.count("yes")).isEqualTo(2);
        assertThat(outcome.leftOut()).isEmpty();
    }

    @Test
    void anAlternateInTheSeatComesBeforeAProxyAndADelegate() {
        VotingContext allowed = CONTEXT.withAllowed(Kind.ALTERNATE, Kind.PROXY, Kind.DELEGATION);
        VotingRoll roll = with(
                roll(4).withPresent(Set.of(person(1), person(2), person(3))),
                Substitution.alternate(person(0), OTHER),
                Substitution.proxy(person(0), person(1)),
                Substitution.delegation(person(0), person(1)));
        Outcome outcome = Protocols.MAJORITY.decide(
                List.of(
                        of(OTHER, Position.yes()),
                        of(person(1), Position.yes()),
                        of(person(2), Position.no()),
                        of(person(3), Position.no()),
                        Ballot.byProxy(person(0), person(1), CONTEXT, Position.yes())),
                roll,
                allowed);
        assertThat(outcome.status()).isEqualTo(Status.TIED);
        assertThat(outcome.count("yes")).isEqualTo(2);
        assertThat(outcome.leftOut())
                .extracting(LeftOut::reason)
                .containsExactly(
                        "delegation p-001: p-900 sits in the seat",
                        "p-900 sits in the seat",
                        "proxy p-001: p-900 sits in the seat");
    }

    @Test
    void positionsOnOptionsAreSaidInWords() {
        assertThat(Position.ranking(List.of(List.of("x"), List.of("y", "z"))).inWords())
                .isEqualTo("ranks x > y = z");
        assertThat(Position.ranking().inWords()).isEqualTo("ranks nothing");
        assertThat(Position.approval(Set.of("y", "x")).inWords()).isEqualTo("approves x, y");
        assertThat(Position.approval(Set.of()).inWords()).isEqualTo("approves nothing");
        assertThat(Position.dots(Map.of("x", 2)).inWords()).isEqualTo("dots {x=2}");
        assertThat(Position.scores(Map.of("x", 2)).inWords()).isEqualTo("scores {x=2}");
        assertThat(Position.marks(Map.of("x", Map.of("cost", 3))).inWords()).isEqualTo("marks {x={cost=3}}");
    }
}
