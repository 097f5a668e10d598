package org.iltlib.choice.insight;

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
import org.iltlib.choice.format.PrefLib;
import org.iltlib.choice.single.GradeRules;
import org.iltlib.choice.single.SingleWinnerRules;
import org.junit.jupiter.api.Test;

/** Expected values by hand where nothing else is said. */
class VictoryMarginsTest {
    private static final List<String> ABC = List.of("a", "b", "c");

    @Test
    void aLeadOfThreeIsGoneAfterTwoChangedBallots() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 6)
                .add(Ranking.of(1, 2, 0), 3)
                .build();
        VictoryMargin margin = VictoryMargins.withDefaults().of(SingleWinnerRules.PLURALITY, profile);
        assertThat(margin.atLeast()).isEqualTo(2);
        assertThat(margin).hasToString("2 ballots");
        assertThat(VictoryMargins.withDefaults()
                        .of(SingleWinnerRules.CONDORCET, profile)
                        .atMost())
                .isEqualTo(2);
    }

    @Test
    void aTieNeedsNoChange() {
        Profile profile =
                Profile.builder(ABC).add(Ranking.of(0), 2).add(Ranking.of(1), 2).build();
        VictoryMargin margin = VictoryMargins.withDefaults().of(SingleWinnerRules.IRV, profile);
        assertThat(margin.atMost()).isZero();
        assertThat(margin.isExact()).isTrue();
    }

    /**
     * Burlington 2009. By arithmetic: of the last two Kiss has 4314 and Wright 4064, so 125 ballots are enough. To lose
     * otherwise Kiss would have to leave before Montroll, 428 behind it, or Montroll stay and Wright leave, 743 ahead of
     * it; both take more.
     */
    @Test
    void theMarginOfARealInstantRunoffIsThatOfItsLastRound() throws IOException {
        Profile profile;
        try (InputStream in = SharedFiles.open("ballots/burlington2009.soi")) {
            profile = PrefLib.read(in).profile();
        }
        VictoryMargin margin = VictoryMargins.withDefaults().of(SingleWinnerRules.IRV, profile);
        assertThat(margin.atLeast()).isEqualTo(125);
        assertThat(margin.atMost()).isEqualTo(125);
    }

    /**
     * a beats b by 9 to 4 and c by 5 to 0. The most ballots against each: 4, 9 and 5, so a wins; if one of the five said
     * c > b > a it would be 5, 9 and 4, and c would win, though a still beats everyone.
     */
    @Test
    void aWinnerOfEveryPairIsNoSaferByOpposition() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.parse("1>0=2"), 4)
                .add(Ranking.of(0), 5)
                .add(Ranking.parse("0=2>1"), 4)
                .build();
        assertThat(SingleWinnerRules.MINIMAX_OPPOSITION.count(profile).winners())
                .containsExactly(0);
        assertThat(VictoryMargins.withDefaults().of(SingleWinnerRules.MINIMAX_OPPOSITION, profile))
                .hasToString("1 ballot");
    }

    @Test
    void whatHasNoMarginIsRefused() {
        VictoryMargins margins = VictoryMargins.withDefaults();
        assertThatThrownBy(() -> margins.of(
                        SingleWinnerRules.IRV,
                        Profile.builder(List.of("a")).add(Ranking.of(0), 1).build()))
                .hasMessageContaining("one alternative");
        assertThatThrownBy(() ->
                        margins.of(SingleWinnerRules.IRV, Profile.builder(ABC).build()))
                .hasMessageContaining("no ballots");
        assertThatThrownBy(() -> margins.of(
                        SingleWinnerRules.IRV,
                        Profile.builder(ABC)
                                .add(Ranking.of(0), Rational.of(1, 2))
                                .build()))
                .hasMessageContaining("whole ballots");
        GradeProfile grades = GradeProfile.builder(ABC, 5).add(1, 5, 3, 0).build();
        assertThatThrownBy(() -> margins.of(GradeRules.STAR, grades)).hasMessageContaining("approval or score");
        assertThat(margins.of(GradeRules.SCORE, grades).atLeast()).isEqualTo(1);
        assertThatThrownBy(() -> new VictoryMargin(3, 2, "wrong")).hasMessageContaining("atLeast is 3");
        assertThat(new VictoryMargin(3, 5, "bounds")).hasToString("3 to 5 ballots");
        assertThat(new VictoryMargin(1, 1, "exact")).hasToString("1 ballot");
    }
}
