package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

class PrincipalReservedTest {
    /** The first of them is the principal. */
    private static VotingRoll school(int members) {
        VotingRoll roll = Members.roll(members);
        List<Seat> seats = new ArrayList<>(roll.seats());
        seats.set(0, seats.get(0).toBuilder().addOffices(Office.PRINCIPAL).build());
        return VotingRoll.of(seats, roll.present(), List.of());
    }

    /** The principal's vote first, then so many yes, no and abstentions. */
    private static List<Ballot> with(Position own, int yes, int no, int abstain) {
        List<Ballot> ballots = new ArrayList<>();
        ballots.add(Ballot.of(person(0), CONTEXT, own));
        for (Ballot ballot : votes(yes, no, abstain)) {
            ballots.add(ballot.toBuilder().person(person(ballots.size())).build());
        }
        return ballots;
    }

    private static List<Ballot> reasoned(List<Ballot> ballots, String reason) {
        List<Ballot> changed = new ArrayList<>(ballots);
        changed.set(0, ballots.get(0).toBuilder().reason(reason).build());
        return changed;
    }

    private static Outcome reserved(List<Ballot> ballots, VotingRoll roll) {
        return Protocols.PRINCIPAL_RESERVED.decide(ballots, roll, CONTEXT);
    }

    @Test
    void thePrincipalMayFollowTheRecommendationWithoutAReason() {
        Outcome yes = reserved(with(Position.yes(), 3, 1, 1), school(6));
        assertThat(yes.status()).isEqualTo(Status.ADOPTED);
        assertThat(yes.counts()).containsEntry("yes", 3).containsEntry("no", 1).containsEntry("abstain", 1);
        assertThat(yes.explanation().toString())
                .contains("in line with a recommendation", "the others vote 3 yes, 1 no; the team recommends yes");
        Outcome no = reserved(with(Position.no(), 1, 3, 0), school(5));
        assertThat(no.status()).isEqualTo(Status.REJECTED);
        assertThat(no.explanation().toString()).contains("the team recommends no", "in line with");
    }

    @Test
    void againstTheRecommendationTheReasonIsPublishedOrNothingIsDecided() {
        for (boolean adopts : List.of(true, false)) {
            List<Ballot> ballots = with(adopts ? Position.yes() : Position.no(), adopts ? 1 : 3, adopts ? 3 : 1, 0);
            Outcome silent = reserved(ballots, school(5));
            assertThat(silent.status()).isEqualTo(Status.INVALID);
            assertThat(silent.nextStep()).contains("publish the reason, or follow the recommendation");
            Outcome said = reserved(reasoned(ballots, "the district sets the date"), school(5));
            assertThat(said.status()).isEqualTo(adopts ? Status.ADOPTED : Status.REJECTED);
            assertThat(said.explanation().toString())
                    .contains("decides against a recommendation", "The principal's reason: the district sets the date");
        }
    }

    @Test
    void thePrincipalsOwnVoteIsNoPartOfTheRecommendation() {
        // 2 to 2 among the others: no recommendation, although with the principal it would be 3 to 2.
        Outcome outcome = reserved(with(Position.no(), 2, 2, 0), school(5));
        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.explanation().toString()).contains("makes no recommendation", "without a recommendation");
        assertThat(outcome.count("no")).isEqualTo(2);
    }

    @Test
    void aDecisionWaitsForThePrincipal() {
        assertThat(reserved(with(Position.abstain(), 4, 0, 0), school(5)).status())
                .isEqualTo(Status.NEEDS_ROUND);
        VotingRoll away = school(5).withPresent(Set.of(person(1), person(2), person(3), person(4)));
        Outcome absent = reserved(with(Position.yes(), 4, 0, 0), away);
        assertThat(absent.status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(absent.nextStep()).contains("the principal decides");
        assertThat(absent.leftOut()).extracting("reason").containsExactly("absent at the vote");
    }

    @Test
    void aRecusedPrincipalHandsTheDecisionUp() {
        VotingRoll recused = school(5).withRecusals(List.of(Recusal.of(person(0), "vendor")));
        Outcome outcome = reserved(with(Position.yes(), 4, 0, 0), recused);
        assertThat(outcome.status()).isEqualTo(Status.ESCALATED);
        assertThat(outcome.nextStep()).contains("let the authority above the principal decide");
        assertThat(Protocols.PRINCIPAL_RESERVED
                        .decide(
                                with(Position.yes(), 4, 0, 0),
                                recused,
                                CONTEXT.toBuilder()
                                        .recusalPolicy(Recusal.Policy.ADVISORY)
                                        .build())
                        .status())
                .isEqualTo(Status.ADOPTED);
    }

    @Test
    void exactlyOneMemberHoldsTheOfficeAndTheTeamHasAQuorum() {
        assertThat(reserved(List.of(), Members.roll(3)).explanation().claim())
                .contains("Invalid", "0 voting members hold the office principal");
        VotingRoll two = school(3);
        List<Seat> seats = new ArrayList<>(two.seats());
        seats.set(1, seats.get(1).toBuilder().addOffices(Office.PRINCIPAL).build());
        assertThat(reserved(List.of(), VotingRoll.of(seats, two.present(), List.of()))
                        .status())
                .isEqualTo(Status.INVALID);
        assertThat(reserved(with(Position.yes(), 0, 0, 0), school(5).withPresent(Set.of(person(0))))
                        .status())
                .isEqualTo(Status.NO_QUORUM);
    }
}
