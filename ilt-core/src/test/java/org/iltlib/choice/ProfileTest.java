package org.iltlib.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iltlib.base.Explanation;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final List<String> ABC = List.of("a", "b", "c");

    @Test
    void equalBallotsAreHeldOnceAndFractionsExactly() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.parse("1=0>2"), 2)
                .add(Ranking.parse("0=1>2"), Rational.of(1, 3))
                .add(Ranking.parse(""), 4)
                .build();
        assertThat(profile.distinct()).isEqualTo(1);
        assertThat(profile.inBallots(profile.weight(0))).isEqualTo(Rational.of(7, 3));
        assertThat(profile.inBallots(profile.blankWeight())).isEqualTo(Rational.of(4));
        assertThat(profile.isStrict()).isFalse();
        assertThat(profile.isComplete()).isTrue();
        assertThat(profile).hasToString("3 alternatives, 7/3 ballots (1 distinct, 4 blank)");
        assertThat(profile.retaining(List.of(2, 0)).ranking(0)).isEqualTo(Ranking.parse("0>1"));
    }

    @Test
    void unlistedAlternativesAreLastOrUnknown() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(1), 5)
                .add(Ranking.of(0, 2), 1)
                .build();
        Margins last = Margins.of(profile);
        Margins unknown = Margins.of(profile.withUnranked(Unranked.UNKNOWN));
        assertThat(List.of(last.above(1, 0), last.above(0, 1), last.above(0, 2)))
                .containsExactly(5L, 1L, 1L);
        assertThat(List.of(unknown.above(1, 0), unknown.above(0, 1), unknown.above(0, 2)))
                .containsExactly(0L, 0L, 1L);
        assertThat(last.findCondorcetWinner()).contains(1);
        assertThat(Margins.ofMatrix(ABC, new long[][] {{9, 1, 2}, {3, 0, 4}, {5, 6, 0}})
                        .margin(1, 0))
                .isEqualTo(2);
        assertThatThrownBy(() -> Margins.ofMatrix(ABC, new long[][] {{0}})).hasMessageContaining("1 rows");
        assertThat(last.toString()).startsWith("a [0, 1, 1]");
    }

    @Test
    void brokenBallotsAreRefused() {
        assertThatThrownBy(() -> Profile.builder(ABC).add(Ranking.of(3), 1)).hasMessageContaining("no alternative 3");
        assertThatThrownBy(() -> Ranking.of(0, 0)).hasMessageContaining("twice");
        assertThatThrownBy(() -> Ranking.parse("0>x")).hasMessageContaining("Expected such as 0>2=3>1");
        assertThatThrownBy(() ->
                        Profile.builder(ABC).add(Ranking.of(0), Long.MAX_VALUE).add(Ranking.of(0), 1))
                .hasMessageContaining("2^63");
        assertThatThrownBy(() -> Profile.builder(ABC).add(Ranking.of(0), -1)).hasMessageContaining("zero or more");
        assertThatThrownBy(() -> Profile.builder(ABC).build(List.of("a"))).hasMessageContaining("1 names");
        assertThat(Ranking.parse("0>>1=2")).hasToString("0>>1=2");
        assertThat(Ranking.parse(">").isBlank()).isTrue();
    }

    @Test
    void fractionsStayExactBeyond64Bits() {
        Rational big = Rational.of(Long.MAX_VALUE).times(Long.MAX_VALUE).plus(Rational.ONE);
        assertThat(big.minus(Rational.ONE).dividedBy(Long.MAX_VALUE)).isEqualTo(Rational.of(Long.MAX_VALUE));
        assertThat(big.negate().signum()).isEqualTo(-1);
        assertThat(Rational.of(Long.MIN_VALUE).plus(Rational.of(Long.MIN_VALUE)).dividedBy(2))
                .isEqualTo(Rational.of(Long.MIN_VALUE));
        assertThat(Rational.of(1, Long.MAX_VALUE).plus(Rational.of(1, Long.MAX_VALUE - 1)))
                .isGreaterThan(Rational.of(1, Long.MAX_VALUE))
                .isLessThan(Rational.of(3, Long.MAX_VALUE));
        assertThat(Rational.of(Long.MAX_VALUE, 3)).isGreaterThan(Rational.of(Long.MAX_VALUE - 1, 3));
        assertThat(Rational.of(-7, 2).floor().intValue()).isEqualTo(-4);
        assertThat(Rational.of(6, -4)).hasToString("-3/2").hasSameHashCodeAs(Rational.parse("-1.5"));
        assertThat(Rational.of(1, 4).doubleValue()).isEqualTo(0.25);
        assertThat(Rational.of(1, 3)).isLessThan(Rational.of(1, 2));
        assertThatThrownBy(() -> Rational.of(1, 0)).hasMessageContaining("bottom is 0");
        assertThatThrownBy(() -> Rational.ONE.dividedBy(0)).hasMessageContaining("divisor is 0");
        for (String text : List.of("1e9", "x", "1/0", "1".repeat(50))) {
            assertThatThrownBy(() -> Rational.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTieGoesThroughTheChainAndTheStepIsNoted() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1), 2)
                .add(Ranking.of(1, 0), 2)
                .add(Ranking.of(2, 1), 1)
                .build();
        CountRound early = new CountRound(List.of(Rational.ONE, Rational.of(2), Rational.ZERO), Rational.ZERO, "One.");
        CountRound late = new CountRound(List.of(Rational.ONE, Rational.ONE, Rational.ONE), Rational.ZERO, "Two.");
        Count tied = Count.builder()
                .rule("test")
                .alternatives(ABC)
                .winners(List.of(0, 1))
                .addRounds(early, late)
                .why(Explanation.of("Tied."))
                .build();
        assertThat(tied.settled(TieChain.of(), profile).winners()).containsExactly(0, 1);
        Count settled = tied.settled(TieChain.of(TieBreaks.PREVIOUS_ROUNDS), profile);
        assertThat(settled.winnerNames()).containsExactly("b");
        assertThat(settled.ties().get(0).how()).isEqualTo("separated by previous rounds");
        assertThat(settled.settled(TieChain.of(), profile)).isSameAs(settled);
        assertThat(tied.settled(TieChain.of(TieBreaks.EARLIEST_ROUNDS), profile).winners())
                .containsExactly(1);
        assertThat(tied.settled(TieChain.of(TieBreaks.FIRST_PREFERENCES), profile)
                        .isTied())
                .isTrue();
        assertThat(tied.settled(TieChain.of(TieBreaks.FIRST_PREFERENCES, TieBreaks.HEAD_TO_HEAD), profile)
                        .winners())
                .containsExactly(1);
        assertThat(tied.settled(TieChain.of(TieBreaks.order(List.of(0))), profile)
                        .winners())
                .containsExactly(0);
        assertThat(tied).hasToString("test: a, b");
        assertThat(settled.why().claim()).isEqualTo("b wins.");
        assertThat(tied.settled(TieChain.of(), profile).why().claim()).isEqualTo("Tied.");
        Count open = tied.settled(TieChain.of(), profile);
        assertThat(open.settled(TieChain.of(), profile).ties()).hasSize(1);
        Count forked =
                tied.toBuilder().sharedRounds(1).rounds(List.of(late, early)).build();
        assertThat(forked.settled(TieChain.of(TieBreaks.PREVIOUS_ROUNDS), profile)
                        .isTied())
                .isTrue();
    }

    /** Expected: the SHA-256 of the texts, by sha256sum. */
    @Test
    void aLotDependsOnSeedAndNamesAlone() {
        assertThat(TieBreaks.commitment("agreed"))
                .isEqualTo("9eace41237dcecc2fd793cf88494b80062add70fac8358316003ac38866257da");
        Profile profile = Profile.builder(ABC).build();
        Profile other = Profile.builder(List.of("c", "b", "a")).build();
        TieContext context = new TieContext(profile, List.of());
        TieBreak lot = TieBreaks.lot("agreed");
        List<String> order = lot.separate(List.of(0, 1, 2), context).stream()
                .map(group -> ABC.get(group.get(0)))
                .toList();
        List<String> again = lot.separate(List.of(2, 1, 0), new TieContext(other, List.of())).stream()
                .map(group -> other.alternatives().get(group.get(0)))
                .toList();
        assertThat(again).isEqualTo(order);
        assertThat(TieChain.of(lot)).hasToString(lot.name());
        assertThat(TieChain.of(lot).worst(List.of(0, 1, 2), context).kept()).hasSize(1);
    }
}
