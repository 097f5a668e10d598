package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.PersonId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

/** Expected values by hand. */
class ForesightTest {
    private static final Office CHAIR = Office.of("chair");

    private static final List<Position> VOTES = List.of(Position.yes(), Position.no(), Position.abstain());

    /** The first so many say yes, the next so many no. */
    private static List<Ballot> ballots(int yes, int no) {
        List<Ballot> ballots = new ArrayList<>();
        IntStream.range(0, yes + no)
                .forEach(i -> ballots.add(Ballot.of(person(i), CONTEXT, i < yes ? Position.yes() : Position.no())));
        return ballots;
    }

    private static Foresight majority(VotingRoll roll) {
        return new Foresight(Protocols.MAJORITY, roll, CONTEXT, VOTES);
    }

    @Test
    void twoOutstandingVotesCannotChangeAMajorityOfThree() {
        Foresight foresight = majority(roll(9));
        assertThat(foresight.listOutstanding(ballots(5, 2))).containsExactly(person(7), person(8));
        assertThat(foresight.stillPossible(ballots(5, 2))).containsExactly(Status.ADOPTED);
        assertThat(foresight.stillPossible(ballots(2, 5))).containsExactly(Status.REJECTED);
    }

    @Test
    void twoOutstandingVotesCanStillTieOrTurnACloserOne() {
        assertThat(majority(roll(9)).stillPossible(ballots(4, 3)))
                .isEqualTo(Set.of(Status.ADOPTED, Status.TIED, Status.REJECTED));
        assertThat(majority(roll(8)).stillPossible(ballots(4, 3))).isEqualTo(Set.of(Status.ADOPTED, Status.TIED));
    }

    @Test
    void whoSteppedBackOrIsAbsentIsNotOutstanding() {
        PersonId recused = person(7);
        VotingRoll roll = roll(9).withRecusals(List.of(Recusal.of(recused, "works for the vendor")));
        assertThat(majority(roll).listOutstanding(ballots(5, 2))).containsExactly(person(8));
        VotingRoll absent = roll(9).withPresent(
                        Set.of(person(0), person(1), person(2), person(3), person(4), person(5), person(6)));
        assertThat(majority(absent).listOutstanding(ballots(5, 2))).isEmpty();
    }

    /** 6 to 3: one change gives 5 to 4, two give 4 to 5. */
    @Test
    void theSmallestChangeThatTurnsAnOutcomeIsFound() {
        Foresight.Flip flip = majority(roll(9)).findFlip(ballots(6, 3), 3).orElseThrow();
        assertThat(flip.changed()).hasSize(2);
        assertThat(flip.status()).isEqualTo(Status.REJECTED);
        assertThat(flip.changed().get(0).person()).isEqualTo(person(0));
        assertThat(majority(roll(9)).findFlip(ballots(6, 3), 1)).isEmpty();
        assertThat(majority(roll(9)).findFlip(ballots(9, 0), 4)).isEmpty();
        assertThat(majority(roll(9)).findFlip(ballots(9, 0), 5)).isPresent();
    }

    @Test
    void aBlockIsOneChangeAway() {
        List<Ballot> agreed = IntStream.range(0, 5)
                .mapToObj(i -> Ballot.of(person(i), CONTEXT, Position.stance(Position.Stand.AGREE)))
                .toList();
        Foresight foresight = new Foresight(
                Protocols.CONSENSUS,
                roll(5),
                CONTEXT,
                List.of(Position.stance(Position.Stand.AGREE), Position.stance(Position.Stand.BLOCK)));
        Foresight.Flip flip = foresight.findFlip(agreed, 1).orElseThrow();
        assertThat(flip.status()).isEqualTo(Status.BLOCKED);
        assertThat(flip.changed())
                .singleElement()
                .satisfies(ballot -> assertThat(ballot.reason()).isPresent());
    }

    @Test
    void tooManyPossibilitiesAreRefused() {
        assertThatThrownBy(() -> tried(Protocols.MAJORITY, roll(12)).stillPossible(ballots(1, 0)))
                .hasMessageContaining("possibilities")
                .hasMessageContaining("fewer votes are outstanding");
        assertThatThrownBy(() -> new Foresight(Protocols.MAJORITY, roll(3), CONTEXT, List.of()))
                .hasMessageContaining("positions");
    }

    /** The same protocol, of which nothing is known but what it decides: so that every possibility is tried. */
    static Foresight tried(DecisionProtocol protocol, VotingRoll roll) {
        DecisionProtocol closed = new DecisionProtocol() {
            @Override
            public String name() {
                return protocol.name();
            }

            @Override
            public Outcome decide(List<Ballot> ballots, VotingRoll voters, VotingContext context) {
                return protocol.decide(ballots, voters, context);
            }
        };
        return new Foresight(closed, roll, CONTEXT, VOTES);
    }

    /** 25 to 20 with four out: they cannot change it. With five out they can tie it, with six they can turn it. */
    @Test
    void aLargeTeamIsAnsweredAtOnce() {
        assertThat(majority(roll(49)).stillPossible(ballots(25, 20))).containsExactly(Status.ADOPTED);
        assertThat(majority(roll(50)).stillPossible(ballots(25, 20))).isEqualTo(Set.of(Status.ADOPTED, Status.TIED));
        assertThat(majority(roll(51)).stillPossible(ballots(25, 20)))
                .isEqualTo(Set.of(Status.ADOPTED, Status.TIED, Status.REJECTED));
        Foresight.Flip flip = majority(roll(45)).findFlip(ballots(25, 20), 45).orElseThrow();
        assertThat(flip.changed()).hasSize(3);
        assertThat(flip.status()).isEqualTo(Status.REJECTED);
        assertThat(majority(roll(45)).findFlip(ballots(25, 20), 2)).isEmpty();
    }

    @Test
    void whoDeclaredAnInterestButMayVoteIsOutstanding() {
        VotingRoll roll = roll(9).withRecusals(List.of(Recusal.of(person(8), "knows the vendor")));
        VotingContext advisory =
                CONTEXT.toBuilder().recusalPolicy(Recusal.Policy.ADVISORY).build();
        Foresight foresight = new Foresight(Protocols.MAJORITY, roll, advisory, VOTES);
        assertThat(foresight.listOutstanding(ballots(4, 4))).containsExactly(person(8));
        assertThat(foresight.stillPossible(ballots(4, 4)))
                .isEqualTo(Set.of(Status.ADOPTED, Status.TIED, Status.REJECTED));
    }

    @Test
    void withoutAQuorumNoVoteChangesAnything() {
        Foresight few = majority(roll(9).withPresent(Set.of(person(0), person(1))));
        assertThat(few.stillPossible(ballots(1, 0))).containsExactly(Status.NO_QUORUM);
        assertThat(few.findFlip(ballots(2, 0), 2)).isEmpty();
    }

    /** 5 to 2 with two out stays above; 25 to 20 turns with three, by hand. */
    @Test
    void wordsSayWhetherItIsDecidedAndHowFewChangesFlipIt() {
        assertThat(majority(roll(9)).explain(ballots(5, 2), 3).toString())
                .contains(
                        "Already decided: the two outstanding votes cannot change it.",
                        "As the votes stand: adopted.",
                        "Two changed votes flip it: rejected.");
        assertThat(majority(roll(45)).explain(ballots(25, 20), 5).toString())
                .contains("Already decided: no vote is outstanding.", "Three changed votes flip it: rejected.");
        assertThat(majority(roll(45)).explain(ballots(25, 20), 2).toString())
                .contains("No two changed votes flip it, nor do fewer.");
        assertThat(majority(roll(45)).explain(ballots(25, 20), 1).toString())
                .contains("No single changed vote flips it.");
        assertThat(majority(roll(45)).explain(ballots(25, 20), 0).toString()).contains("No changes were tried.");
        assertThat(majority(roll(8)).explain(ballots(4, 3), 1).toString())
                .contains(
                        "Not yet decided: the one outstanding vote can still change it, to tied.",
                        "One changed vote flips it: rejected.");
        assertThat(majority(roll(40)).explain(ballots(26, 0), 0).toString())
                .contains("the 14 outstanding votes cannot change it");
        Foresight few = majority(roll(9).withPresent(Set.of(person(0), person(1))));
        assertThat(few.explain(ballots(1, 0), 1).toString())
                .contains("Nothing is decided: the one outstanding vote cannot change it.", "no quorum");
    }

    /** Eight vote 4 to 4; the ninth presides and has no vote as a member: only the casting vote is still to come. */
    @Test
    void aCastingVoteThatNobodyGaveYetCanStillTurnATie() {
        List<Seat> seats = new ArrayList<>(roll(9).seats());
        seats.set(8, seats.get(8).toBuilder().addOffices(CHAIR).voting(false).build());
        VotingRoll presided = roll(9).toBuilder().seats(seats).build();
        VotingContext context = CONTEXT.withTies(TiePolicy.castingVote(CHAIR), TiePolicy.statusQuo());
        Foresight foresight = new Foresight(Protocols.MAJORITY, presided, context, VOTES);
        assertThat(foresight.listOutstanding(ballots(4, 4))).isEmpty();
        assertThat(foresight.stillPossible(ballots(4, 4))).isEqualTo(Set.of(Status.ADOPTED, Status.REJECTED));
        assertThat(foresight.stillPossible(ballots(5, 3))).containsExactly(Status.ADOPTED);
        List<Ballot> cast = new ArrayList<>(ballots(4, 4));
        cast.add(Ballot.casting(person(8), context, Position.yes()));
        assertThat(foresight.stillPossible(cast)).containsExactly(Status.ADOPTED);
        assertThat(foresight.explain(ballots(4, 4), 0).toString())
                .contains("Not yet decided: what settles a tie can still change it, to adopted.");
    }

    @Test
    void aLotWhoseSeedIsNotShownCanFallEitherWay() {
        VotingContext context = CONTEXT.withTies(TiePolicy.lot(TieBreaks.commitment("kept for later")));
        Foresight foresight = new Foresight(Protocols.MAJORITY, roll(8), context, VOTES);
        assertThat(foresight.stillPossible(ballots(4, 4)))
                .isEqualTo(Set.of(Status.ADOPTED, Status.REJECTED, Status.TIED));
        assertThat(foresight.stillPossible(ballots(5, 3))).containsExactly(Status.ADOPTED);
        assertThat(foresight.explain(ballots(4, 3), 0).toString())
                .contains("the one outstanding vote and what settles a tie can still change it");
        VotingContext shown = CONTEXT.withTies(
                TiePolicy.lot(TieBreaks.commitment("kept for later")).withSeeds("kept for later"));
        assertThat(new Foresight(Protocols.MAJORITY, roll(8), shown, VOTES).stillPossible(ballots(4, 4)))
                .hasSize(1)
                .doesNotContain(Status.TIED);
    }
}
