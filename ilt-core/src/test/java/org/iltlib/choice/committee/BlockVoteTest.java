package org.iltlib.choice.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.SharedFiles;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.format.Blt;
import org.iltlib.choice.format.RankedElection;
import org.junit.jupiter.api.Test;

/** Expected values: a transcript of stv-rs; small counts by hand. */
class BlockVoteTest {
    private static final Profile BLOCS = Profile.builder(List.of("a", "b", "c", "x", "y"))
            .add(Ranking.of(0, 1, 2), 6)
            .add(Ranking.of(3, 4), 4)
            .build();

    @Test
    void theTranscriptOfTheBlockVoteIsReached() throws IOException {
        RankedElection election;
        try (InputStream in = SharedFiles.open("stv-rs/ballots/vegetables.blt")) {
            election = Blt.read(in);
        }
        SeatCount count = BlockVote.withDefaults().count(election.profile(), election.seats(), election.withdrawn());
        assertThat(count.electedNames()).containsExactly("Jalapeno", "Hazelnut", "Grape", "Apple");
        assertThat(count.rounds().get(0).tallies())
                .containsExactly(
                        Rational.of(10),
                        Rational.ZERO,
                        Rational.of(5),
                        Rational.of(7),
                        Rational.of(9),
                        Rational.ZERO,
                        Rational.of(13),
                        Rational.of(15),
                        Rational.of(17));
    }

    /** Six of ten take all three seats with three votes each, and leave one with two. */
    @Test
    void limitingTheVotesLeavesASeatToTheMinority() {
        assertThat(BlockVote.withDefaults().count(BLOCS, 3).electedNames()).containsExactly("a", "b", "c");
        assertThat(BlockVote.limited(2).count(BLOCS, 3).electedNames()).containsExactly("a", "b", "x");
        assertThat(BlockVote.limited(2).ruleName()).isEqualTo("limited-vote-2");
        assertThatThrownBy(() -> BlockVote.limited(4).count(BLOCS, 3)).hasMessageContaining("at most as many votes");
    }

    @Test
    void tiesForTheLastSeatAreNoted() {
        SeatCount count = BlockVote.limited(2)
                .withTies(TieChain.of(TieBreaks.order(List.of(4, 3))))
                .count(BLOCS, 3);
        assertThat(count.electedNames()).containsExactly("a", "b", "y");
        assertThat(count.ties()).hasSize(1);
        assertThat(count.ties().get(0).tied()).containsExactly(3, 4);
    }

    @Test
    void equalsGetVotesOnlyIfThereAreEnough() {
        Profile tied = Profile.builder(List.of("a", "b", "c"))
                .add(Ranking.parse("0=1>2"), 2)
                .add(Ranking.parse("2>0=1"), 3)
                .build();
        assertThat(BlockVote.withDefaults().count(tied, 2).rounds().get(0).tallies())
                .containsExactly(Rational.of(2), Rational.of(2), Rational.of(3));
    }

    /** Four of ten give all three votes to x and have a seat that nobody can take from them. */
    @Test
    void aMinorityThatHeapsItsVotesHasASeat() {
        GradeProfile points = GradeProfile.builder(List.of("a", "b", "c", "x"), 3)
                .add(6, 1, 1, 1, -1)
                .add(4, 0, 0, 0, 3)
                .build();
        SeatCount count = BlockVote.countCumulative(points, 3, 3);
        assertThat(count.electedNames()).containsExactly("x", "a", "b");
        assertThat(count.rule()).isEqualTo("cumulative-vote-3");
        assertThatThrownBy(() -> BlockVote.countCumulative(points, 3, 2)).hasMessageContaining("gives 3 votes");
    }
}
