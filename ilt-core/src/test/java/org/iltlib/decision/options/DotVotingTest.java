package org.iltlib.decision.options;

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
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class DotVotingTest {
    private static final DotVoting DOTS = DotVoting.of(
            List.of(Option.of("a", "A"), Option.of("b", "B"), Option.of("c", "C"), Option.of("d", "D")), 3, 2);

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
        assertThat(unknown.status()).isEqualTo(Status.ADOPTED);
        assertThat(unknown.explanation().toString())
                .contains("Illegal: the ballot of p-000 names e, which is no option.");
        assertThat(unknown.chosen()).containsExactly("a");
        assertThat(unknown.leftOut()).hasSize(1);
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
