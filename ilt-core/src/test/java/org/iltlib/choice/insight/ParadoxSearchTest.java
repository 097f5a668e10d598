package org.iltlib.choice.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.SharedFiles;
import org.iltlib.choice.Unranked;
import org.iltlib.choice.format.PrefLib;
import org.iltlib.choice.single.SingleWinnerRules;
import org.junit.jupiter.api.Test;

/** Expected values by hand where nothing else is said. */
class ParadoxSearchTest {
    private static final List<String> ABC = List.of("a", "b", "c");

    @Test
    void pluralityMayElectTheLoserOfEveryPair() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 4)
                .add(Ranking.of(1, 2, 0), 3)
                .add(Ranking.of(2, 1, 0), 2)
                .build();
        ParadoxReport report = ParadoxSearch.withDefaults().of(SingleWinnerRules.PLURALITY, profile);
        assertThat(report.witnesses())
                .extracting(ParadoxWitness::paradox)
                .containsExactly(
                        Paradox.CONDORCET_WINNER_LOST, Paradox.CONDORCET_LOSER_WON, Paradox.REVERSAL, Paradox.CLONES);
        assertThat(report.find(Paradox.CONDORCET_WINNER_LOST).orElseThrow().story())
                .isEqualTo("b beats every other in pairs, and a wins.");
        assertThat(report.isExcluded(Paradox.MONOTONICITY)).isFalse();
        assertThat(report.tried(Paradox.MONOTONICITY)).isEqualTo("none when one or two groups of equal ballots change");
        assertThat(report.isExcluded(Paradox.NO_SHOW)).isTrue();
        assertThat(report.find(Paradox.CLONES).orElseThrow().after()).containsExactly("b");
    }

    /** c leaves, and a wins by 11 to 6. With two more first places for a it is b who leaves, and c wins by 9 to 8. */
    @Test
    void instantRunoffMayPunishMoreSupport() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 6)
                .add(Ranking.of(2, 0, 1), 5)
                .add(Ranking.of(1, 2, 0), 4)
                .add(Ranking.of(1, 0, 2), 2)
                .build();
        ParadoxReport report = ParadoxSearch.withDefaults().of(SingleWinnerRules.IRV, profile);
        ParadoxWitness witness = report.find(Paradox.MONOTONICITY).orElseThrow();
        assertThat(witness.before()).containsExactly("a");
        assertThat(witness.after()).containsExactly("c");
        assertThat(witness.story())
                .isEqualTo(
                        "If 2 of the ballots “b > a > c” said “a > b > c”, which is better for a, a would not win any"
                                + " more, but c.");
    }

    /** Found by trying all changes: no single group of equal ballots can do it, two together can. */
    @Test
    void twoGroupsTogetherMayUnseatTheWinnerThatTheyRaise() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 5)
                .add(Ranking.of(0, 2, 1), 1)
                .add(Ranking.of(1, 0, 2), 6)
                .add(Ranking.of(1, 2, 0), 2)
                .add(Ranking.of(2, 0, 1), 6)
                .add(Ranking.of(2, 1, 0), 1)
                .build();
        ParadoxReport report = ParadoxSearch.withDefaults().of(SingleWinnerRules.IRV, profile);
        ParadoxWitness witness = report.find(Paradox.MONOTONICITY).orElseThrow();
        assertThat(witness.story()).contains(" said ", " and ");
        assertThat(SingleWinnerRules.IRV.count(witness.profile()).winnerNames()).isEqualTo(witness.after());
        assertThat(witness.after()).doesNotContainAnyElementsOf(witness.before());
    }

    @Test
    void whoStaysAtHomeMayDoBetter() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 5)
                .add(Ranking.of(1, 2, 0), 3)
                .add(Ranking.of(2, 1, 0), 4)
                .build();
        ParadoxReport report = ParadoxSearch.withDefaults().of(SingleWinnerRules.IRV, profile);
        assertThat(SingleWinnerRules.IRV.count(profile).winnerNames()).containsExactly("c");
        ParadoxWitness witness = report.find(Paradox.NO_SHOW).orElseThrow();
        assertThat(witness.after()).containsExactly("b");
        assertThat(witness.story()).contains("“a > b > c” stayed at home, b would win");
    }

    @Test
    void aSearchThatIsCutSaysSo() {
        Profile profile = Profile.builder(ABC)
                .add(Ranking.of(0, 1, 2), 50)
                .add(Ranking.of(1, 2, 0), 30)
                .build();
        ParadoxReport report =
                ParadoxSearch.withDefaults().withMostRecounts(3).of(SingleWinnerRules.SCHULZE_MARGINS, profile);
        assertThat(report.cut()).contains(Paradox.NO_SHOW, Paradox.CLONES);
        assertThat(report.witnesses()).isEmpty();
        assertThat(report.isExcluded(Paradox.NO_SHOW)).isFalse();
        assertThat(ParadoxSearch.withDefaults()
                        .of(
                                SingleWinnerRules.BORDA,
                                Profile.builder(List.of("a"))
                                        .add(Ranking.of(0), 1)
                                        .build())
                        .witnesses())
                .isEmpty();
    }

    @Test
    void unlistedAlternativesArePreferredToNothingWhereNothingIsKnown() {
        Profile profile = Profile.builder(ABC).add(Ranking.of(0), 1).build();
        assertThat(new Ballots(profile).prefers(0, 0, 1)).isTrue();
        assertThat(new Ballots(profile.withUnranked(Unranked.UNKNOWN)).prefers(0, 0, 1))
                .isFalse();
        assertThat(new Ballots(profile).prefers(0, 1, 2)).isFalse();
        assertThat(new Ballots(profile).reversed().ranking(0)).hasToString("1=2>0");
        assertThat(new Ballots(profile.withUnranked(Unranked.UNKNOWN))
                        .reversed()
                        .ranking(0))
                .hasToString("0");
    }

    /** Literature: Montroll beats every other in pairs, and Kiss won. */
    @Test
    void burlingtonPassedOverTheWinnerOfEveryPair() throws IOException {
        Profile profile;
        try (InputStream in = SharedFiles.open("ballots/burlington2009.soi")) {
            profile = PrefLib.read(in).profile();
        }
        ParadoxReport report = ParadoxSearch.withDefaults().of(SingleWinnerRules.IRV, profile);
        ParadoxWitness witness = report.find(Paradox.CONDORCET_WINNER_LOST).orElseThrow();
        assertThat(witness.story()).contains("Montroll beats every other in pairs", "Kiss wins");
    }
}
