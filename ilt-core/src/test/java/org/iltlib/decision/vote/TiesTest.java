package org.iltlib.decision.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.roll;
import static org.iltlib.decision.vote.Members.votes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
import org.iltlib.choice.TieBreaks;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

class TiesTest {
    private static final Office CHAIR = Office.of("chair");

    /** Five teachers; the last presides. */
    private static VotingRoll presided() {
        VotingRoll roll = roll(5);
        List<Seat> seats = new ArrayList<>(roll.seats());
        seats.set(4, seats.get(4).toBuilder().addOffices(CHAIR).build());
        return roll.toBuilder().seats(seats).build();
    }

    private static Outcome decide(VotingRoll roll, List<Ballot> ballots, VotingContext context) {
        return Protocols.MAJORITY.decide(ballots, roll, context);
    }

    private static List<Ballot> with(List<Ballot> ballots, Position casting) {
        List<Ballot> more = new ArrayList<>(ballots);
        more.add(Ballot.casting(person(4), CONTEXT, casting));
        return more;
    }

    @Test
    void withoutAPolicyATieStands() {
        Outcome outcome = decide(presided(), with(votes(2, 2, 0), Position.yes()), CONTEXT);
        assertThat(outcome.status()).isEqualTo(Status.TIED);
        assertThat(outcome.tiePath()).isEmpty();
        assertThat(outcome.leftOut())
                .containsExactly(new LeftOut(person(4), "a casting vote, which counts at a tie only"));
    }

    @Test
    void theChairWhoHasNotVotedMayVoteOnceAtATie() {
        VotingContext chair = CONTEXT.withTies(TiePolicy.chairAsMember(CHAIR));
        Outcome made = decide(presided(), with(votes(2, 2, 0), Position.yes()), chair);
        assertThat(made.status()).isEqualTo(Status.ADOPTED);
        assertThat(made.tiePath()).containsExactly("the chair votes as a member, once: yes");
        assertThat(made.leftOut()).isEmpty();
        assertThat(made.explanation().toString()).contains("Tie, the chair votes as a member, once: yes.");
        assertThat(decide(presided(), with(votes(2, 2, 0), Position.no()), chair)
                        .status())
                .isEqualTo(Status.REJECTED);
        // No tie: it is not opened.
        Outcome clear = decide(presided(), with(votes(2, 1, 0), Position.no()), chair);
        assertThat(clear.status()).isEqualTo(Status.ADOPTED);
        assertThat(clear.leftOut()).hasSize(1);
    }

    @Test
    void aChairWhoHasVotedHasNoSecondVoteUnlessItIsACastingVote() {
        List<Ballot> ballots = new ArrayList<>(votes(2, 1, 1));
        ballots.add(Ballot.of(person(4), CONTEXT, Position.no()));
        List<Ballot> cast = with(ballots, Position.no());
        Outcome once = decide(presided(), cast, CONTEXT.withTies(TiePolicy.chairAsMember(CHAIR)));
        assertThat(once.status()).isEqualTo(Status.TIED);
        assertThat(once.tiePath()).containsExactly("the chair votes as a member, once: p-004 has voted already");
        Outcome second = decide(presided(), cast, CONTEXT.withTies(TiePolicy.castingVote(CHAIR)));
        assertThat(second.status()).isEqualTo(Status.REJECTED);
        assertThat(second.counts()).containsEntry("no", 2);
        assertThat(second.tiePath()).containsExactly("casting vote of the chair: no");
    }

    @Test
    void aChairWhoIsAbsentRecusedSilentOrUndecidedLeavesTheTieToTheNextPolicy() {
        VotingContext chain = CONTEXT.withTies(TiePolicy.castingVote(CHAIR), TiePolicy.statusQuo());
        assertThat(decide(presided(), votes(2, 2, 0), chain).tiePath())
                .containsExactly("casting vote of the chair: p-004 cast none", "status quo: no");
        assertThat(decide(presided(), with(votes(2, 2, 0), Position.abstain()), chain)
                        .tiePath())
                .containsExactly("casting vote of the chair: p-004 prefers none of the tied", "status quo: no");
        VotingRoll recused = presided().withRecusals(List.of(Recusal.of(person(4), "vendor")));
        assertThat(decide(recused, with(votes(2, 2, 0), Position.yes()), chain).tiePath())
                .containsExactly("casting vote of the chair: p-004 is recused", "status quo: no");
        Set<PersonId> there = new TreeSet<>(presided().present());
        there.remove(person(4));
        Outcome absent = decide(presided().withPresent(there), with(votes(2, 2, 0), Position.yes()), chain);
        assertThat(absent.tiePath())
                .containsExactly(
                        "casting vote of the chair: 0 present hold the office, one can decide", "status quo: no");
        assertThat(absent.status()).isEqualTo(Status.REJECTED);
        assertThat(absent.leftOut()).containsExactly(new LeftOut(person(4), "absent at the vote"));
    }

    @Test
    void aChairWithoutAVoteMayHaveACastingVote() {
        VotingRoll roll = roll(4).toBuilder()
                .addSeats(Seat.of(person(4), StakeholderGroup.ADMINISTRATOR).toBuilder()
                        .voting(false)
                        .addOffices(CHAIR)
                        .build())
                .addPresent(person(4))
                .build();
        assertThat(decide(roll, with(votes(2, 2, 0), Position.yes()), CONTEXT.withTies(TiePolicy.castingVote(CHAIR)))
                        .status())
                .isEqualTo(Status.ADOPTED);
    }

    @Test
    void aTieIsPutOffAsOftenAsTheRuleSaysAndThenTheLotDecides() {
        String one = "the parents' seed";
        String other = "the teachers' seed";
        TiePolicy.Lot lot = TiePolicy.lot(TieBreaks.commitment(one), TieBreaks.commitment(other));
        VotingContext first = CONTEXT.withTies(TiePolicy.nextMeeting(), lot);
        Outcome put = decide(roll(4), votes(2, 2, 0), first);
        assertThat(put.status()).isEqualTo(Status.TIED);
        assertThat(put.tiePath()).containsExactly("next meeting: put off");
        assertThat(put.nextStep()).contains("put it to the next meeting");
        VotingContext second = first.toBuilder().round(2).build();
        Outcome waits = decide(roll(4), votes(2, 2, 0), second);
        assertThat(waits.status()).isEqualTo(Status.TIED);
        assertThat(waits.tiePath())
                .containsExactly("next meeting: this is round 2 already", "lot: the seeds are not shown yet");
        assertThat(waits.nextStep()).contains("show the seeds that were committed to");
        VotingContext drawn = second.withTies(TiePolicy.nextMeeting(), lot.withSeeds(one, other));
        Outcome settled = decide(roll(4), votes(2, 2, 0), drawn);
        // By the definition, anew: the lesser SHA-256 of seeds, line break, id.
        boolean yes = TieBreaks.commitment(one + "\n" + other + "\nyes")
                        .compareTo(TieBreaks.commitment(one + "\n" + other + "\nno"))
                < 0;
        assertThat(settled.status()).isEqualTo(yes ? Status.ADOPTED : Status.REJECTED);
        assertThat(decide(roll(4), votes(2, 2, 0), drawn)).isEqualTo(settled);
    }

    @Test
    void aSeedThatWasNotCommittedToIsRefused() {
        TiePolicy.Lot lot = TiePolicy.lot(TieBreaks.commitment("a"), TieBreaks.commitment("b"));
        assertThatThrownBy(() -> lot.withSeeds("a", "c")).hasMessageContaining("Seed 2 is not the one");
        assertThatThrownBy(() -> lot.withSeeds("b", "a")).hasMessageContaining("in another order");
        assertThatThrownBy(() -> lot.withSeeds("a")).hasMessageContaining("1 seeds for 2 commitments");
        assertThatThrownBy(() -> TiePolicy.lot()).hasMessageContaining("commitments is empty");
        assertThatThrownBy(() -> CONTEXT.withTies(TiePolicy.statusQuo(), TiePolicy.statusQuo()))
                .hasMessageContaining("ties has \"status quo\" twice");
    }

    /** Over many seeds each of three comes first about as often: 3,000 draws, expected 1,000 each, sd 26. */
    @Test
    void theLotAmongOptionsDependsOnTheirIdsAndTheSeedAloneAndIsFair() {
        List<String> ids = new ArrayList<>(List.of("august", "january", "june"));
        int[] first = new int[3];
        Random random = new Random(5);
        for (int draw = 0; draw < 3000; draw++) {
            TiePolicy.Lot lot =
                    TiePolicy.lot(TieBreaks.commitment("seed " + draw)).withSeeds("seed " + draw);
            Tally tally = Tally.of("x", List.of(), roll(1), CONTEXT.withTies(lot), position -> true);
            String winner = tally.settle(ids, position -> Optional.empty(), Optional.empty())
                    .winner()
                    .orElseThrow();
            first[List.of("august", "january", "june").indexOf(winner)]++;
            Collections.shuffle(ids, random);
            assertThat(tally.settle(ids, position -> Optional.empty(), Optional.empty())
                            .winner())
                    .contains(winner);
        }
        for (int times : first) {
            assertThat(times).isBetween(1000 - 104, 1000 + 104);
        }
    }

    @Test
    void amongOptionsTheStatusQuoWinsOnlyIfItIsTied() {
        VotingContext keep = CONTEXT.withTies(TiePolicy.statusQuo());
        Tally tally = Tally.of("x", List.of(), roll(1), keep, position -> true);
        assertThat(tally.settle(List.of("a", "b"), position -> Optional.empty(), Optional.of("as-is")))
                .isEqualTo(new TiePolicy.Settled(
                        Optional.empty(), List.of("status quo: it is not one of the tied"), Optional.empty()));
        assertThat(tally.settle(List.of("a", "as-is"), position -> Optional.empty(), Optional.of("as-is"))
                        .winner())
                .contains("as-is");
        assertThatThrownBy(() -> tally.settle(List.of("a"), position -> Optional.empty(), Optional.empty()))
                .hasMessageContaining("at least two ids");
    }
}
