package org.iltlib.decision.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.decision.vote.Members.CONTEXT;
import static org.iltlib.decision.vote.Members.person;
import static org.iltlib.decision.vote.Members.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.decision.Option;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.CanonicalJson;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.junit.jupiter.api.Test;

class ReservedAndDotsTest {
    private static final DotVoting DOTS = DotVoting.of(
            List.of(Option.of("a", "A"), Option.of("b", "B"), Option.of("c", "C"), Option.of("d", "D")), 3, 2);

    /** The first of them is the principal. */
    private static VotingRoll school(int members) {
        VotingRoll roll = Members.roll(members);
        List<Seat> seats = new ArrayList<>(roll.seats());
        seats.set(0, seats.get(0).toBuilder().addOffices(Office.PRINCIPAL).build());
        return new VotingRoll(seats, roll.present(), List.of());
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
        assertThat(reserved(List.of(), new VotingRoll(seats, two.present(), List.of()))
                        .status())
                .isEqualTo(Status.INVALID);
        assertThat(reserved(with(Position.yes(), 0, 0, 0), school(5).withPresent(Set.of(person(0))))
                        .status())
                .isEqualTo(Status.NO_QUORUM);
    }

    @SafeVarargs
    private static List<Ballot> dots(Map<String, Integer>... placed) {
        List<Ballot> ballots = new ArrayList<>();
        for (Map<String, Integer> each : placed) {
            ballots.add(Ballot.of(person(ballots.size()), CONTEXT, Position.dots(each)));
        }
        return ballots;
    }

    private static Outcome count(DotVoting rule, List<Ballot> ballots) {
        return rule.decide(ballots, Members.roll(Math.max(1, ballots.size())), CONTEXT);
    }

    @Test
    void theOptionsWithTheMostDotsAreChosen() {
        Outcome outcome = count(DOTS, dots(Map.of("a", 3), Map.of("b", 2, "c", 1), Map.of("b", 2)));
        assertThat(outcome.status()).isEqualTo(Status.ADOPTED);
        assertThat(outcome.chosen()).containsExactly("b", "a");
        assertThat(outcome.tied()).isEmpty();
        assertThat(outcome.counts())
                .containsEntry("dots on a", 3)
                .containsEntry("dots on b", 4)
                .containsEntry("dots on d", 0)
                .containsEntry("unused", 1);
        assertThat(outcome.explanation().toString())
                .contains("Adopted by dot voting (3 dots, best 2 of 4 options): b, a.", "b 4, a 3, c 1; 8 of 9 placed");
    }

    @Test
    void aTieAtTheCutIsShownAndVotedOnAgain() {
        Outcome outcome = count(DOTS, dots(Map.of("c", 3), Map.of("b", 2), Map.of("a", 2, "d", 1)));
        assertThat(outcome.status()).isEqualTo(Status.NEEDS_ROUND);
        assertThat(outcome.chosen()).containsExactly("c");
        assertThat(outcome.tied()).containsExactly("a", "b");
        assertThat(outcome.nextStep()).contains("discuss, then vote among a, b for 1 place");
        DotVoting next = DOTS.runOff(outcome);
        assertThat(next.options()).containsExactly("a", "b");
        assertThat(next.places()).isEqualTo(1);
        assertThat(count(next, dots(Map.of("b", 3), Map.of("a", 1))).chosen()).containsExactly("b");
        assertThatThrownBy(() -> next.runOff(count(next, dots(Map.of("b", 3)))))
                .hasMessageContaining("Expected some of the options [a, b]");
        Outcome above = count(DOTS, dots(Map.of("a", 1, "b", 1), Map.of("a", 1, "b", 1)));
        assertThat(above.status()).isEqualTo(Status.ADOPTED);
        assertThat(above.chosen()).containsExactly("a", "b");
    }

    @Test
    void everythingTiedLeavesEveryPlaceOpen() {
        Outcome outcome = count(DOTS, dots(Map.of("a", 1, "b", 1, "c", 1)));
        assertThat(outcome.chosen()).isEmpty();
        assertThat(outcome.tied()).containsExactly("a", "b", "c");
        assertThat(outcome.nextStep()).contains("discuss, then vote among a, b, c for 2 places");
        assertThat(outcome.explanation().claim()).endsWith("nothing is chosen yet; tied: a, b, c.");
    }

    @Test
    void anOptionWithoutADotIsNeverChosen() {
        assertThat(count(DOTS, dots(Map.of("d", 1))).chosen()).containsExactly("d");
        Outcome none = count(DOTS, dots(Map.of(), Map.of()));
        assertThat(none.status()).isEqualTo(Status.REJECTED);
        assertThat(none.count("unused")).isEqualTo(6);
        Outcome abstained = count(DOTS, votes(0, 0, 1));
        assertThat(abstained.status()).isEqualTo(Status.REJECTED);
        assertThat(abstained.count("unused")).isEqualTo(3);
    }

    @Test
    void tooManyDotsVoidTheBallotAndAnUnknownOptionTheVote() {
        Outcome tooMany = count(DOTS, dots(Map.of("a", 2, "b", 2), Map.of("c", 3)));
        assertThat(tooMany.chosen()).containsExactly("c");
        assertThat(tooMany.leftOut())
                .extracting("reason")
                .containsExactly("the position is not one of dot voting (3 dots, best 2 of 4 options)");
        DotVoting capped = DOTS.withMostOnOne(2);
        assertThat(count(capped, dots(Map.of("a", 3), Map.of("b", 2))).chosen()).containsExactly("b");
        assertThat(capped.name()).isEqualTo("dot voting (3 dots, at most 2 on one, best 2 of 4 options)");
        assertThat(count(DOTS, votes(2, 0, 0)).leftOut()).hasSize(2);
        Outcome unknown = count(DOTS, dots(Map.of("e", 1), Map.of("a", 1)));
        assertThat(unknown.status()).isEqualTo(Status.INVALID);
        assertThat(unknown.explanation().claim()).contains("dots are on e, which is no option");
        assertThat(unknown.chosen()).isEmpty();
    }

    @Test
    void dotsNeedAQuorumToo() {
        VotingRoll few = Members.roll(5).withPresent(Set.of(person(0), person(1)));
        assertThat(DOTS.decide(dots(Map.of("a", 3), Map.of("a", 3)), few, CONTEXT)
                        .status())
                .isEqualTo(Status.NO_QUORUM);
    }

    @Test
    void allDotsMayGoOnOneOptionUnlessSaidOtherwise() {
        DotVoting rule = DotVoting.of(List.of(Option.of("x", "X"), Option.of("y", "Y")), 4, 1);
        assertThat(rule.mostOnOne()).isEqualTo(4);
        assertThat(rule.options()).containsExactly("x", "y");
        assertThat(rule.withMostOnOne(4)).isEqualTo(rule);
        assertThat(rule.withMostOnOne(1).mostOnOne()).isEqualTo(1);
        Outcome tie = count(rule, dots(Map.of("x", 4), Map.of("y", 4)));
        assertThat(tie.explanation().toString()).contains("Tie at the cut: x, y have 4 dots each.");
        assertThatThrownBy(() -> rule.toBuilder().addOptions(" ").build()).hasMessageContaining("option id");
    }

    @Test
    void senselessDotsAreRefused() {
        assertThatThrownBy(() -> Position.dots(Map.of("a", 0))).hasMessageContaining("dots on a");
        assertThatThrownBy(() -> DOTS.withMostOnOne(4)).hasMessageContaining("mostOnOne is 4. Expected 1 to 3");
        assertThatThrownBy(() -> DOTS.withMostOnOne(0)).hasMessageContaining("mostOnOne is 0");
        assertThatThrownBy(() -> DOTS.toBuilder().places(4).build()).hasMessageContaining("fewer than the 4 options");
        assertThatThrownBy(() -> DOTS.toBuilder().places(0).build()).hasMessageContaining("places is 0");
        assertThatThrownBy(() -> DOTS.toBuilder().dots(0).mostOnOne(1).build()).hasMessageContaining("dots is 0");
        assertThatThrownBy(() -> DOTS.toBuilder().addOptions("a").build()).hasMessageContaining("twice");
    }

    @Test
    void ballotsAndOutcomesOfDotsAreWrittenAndReadBack() {
        for (Ballot ballot : dots(Map.of("b", 2, "a", 1), Map.of())) {
            assertThat(Ballot.FORM.read(CanonicalJson.read(CanonicalJson.write(Ballot.FORM.write(ballot)))))
                    .isEqualTo(ballot);
        }
        Outcome outcome = count(DOTS, dots(Map.of("c", 3), Map.of("b", 2), Map.of("a", 2, "d", 1)));
        assertThat(Outcome.FORM.read(CanonicalJson.read(CanonicalJson.write(Outcome.FORM.write(outcome)))))
                .isEqualTo(outcome);
    }
}
