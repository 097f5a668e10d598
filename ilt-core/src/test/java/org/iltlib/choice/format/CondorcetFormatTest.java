package org.iltlib.choice.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Unranked;
import org.junit.jupiter.api.Test;

/** Expected values by hand, after the specification of the format. */
class CondorcetFormatTest {
    private static RankedElection read(String text) {
        return CondorcetFormat.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ballotsWithTagsWeightsAndNumbersAreRead() {
        RankedElection election = read(String.join(
                "",
                "#/Candidates: Ida ; Uri;Noor\n#/Number of Seats: 2\n#/Implicit Ranking: false\n",
                "#/Weight Allowed: true\n#/Voting Methods: Schulze\n# a remark\n\n",
                "staff, one || Ida > Uri = Noor ^ 2 * 3 # why\nUri*4\nIda > Uri = Noor\n/EMPTY_RANKING/ * 5\n"));
        Profile profile = election.profile();
        assertThat(election.seats()).isEqualTo(2);
        assertThat(profile.alternatives()).containsExactly("Ida", "Uri", "Noor");
        assertThat(profile.unranked()).isEqualTo(Unranked.UNKNOWN);
        assertThat(profile.ranking(0)).isEqualTo(Ranking.parse("0>1=2"));
        assertThat(profile.weight(0)).isEqualTo(7);
        assertThat(profile.weight(1)).isEqualTo(4);
        assertThat(profile.blankWeight()).isEqualTo(5);
    }

    @Test
    void withoutCandidatesTheyAreThoseOnBallotsAndWeightsNeedLeave() {
        Profile profile = read("Uri > Ida ^9\nNoor").profile();
        assertThat(profile.alternatives()).containsExactly("Ida", "Noor", "Uri");
        assertThat(profile.totalWeight()).isEqualTo(2);
        assertThat(profile.unranked()).isEqualTo(Unranked.TIED_LAST);
    }

    @Test
    void electionsComeBackAsTheyWere() {
        RankedElection election = RankedElection.builder()
                .profile(Profile.builder(List.of("a", "b b", "c"))
                        .add(Ranking.parse("0>1=2"), 4)
                        .add(Ranking.parse("2"), 1)
                        .add(Ranking.parse(""), 3)
                        .build()
                        .withUnranked(Unranked.UNKNOWN))
                .seats(2)
                .build();
        String text = CondorcetFormat.write(election);
        assertThat(text)
                .isEqualTo(String.join(
                        "",
                        "#/Candidates: a ; b b ; c\n#/Number of Seats: 2\n#/Implicit Ranking: false\n",
                        "#/Weight Allowed: false\na > b b = c * 4\nc * 1\n/EMPTY_RANKING/ * 3\n"));
        assertThat(CondorcetFormat.write(read(text))).isEqualTo(text);
        Profile odd = Profile.builder(List.of("a>b")).add(Ranking.of(0), 1).build();
        assertThatThrownBy(() -> CondorcetFormat.write(RankedElection.of("", odd)))
                .hasMessageContaining("\"a>b\"");
    }

    @Test
    void brokenFilesNameTheLine() {
        assertThatThrownBy(() -> read("#/Candidates: a;b\na > c")).hasMessage("Line 2: There is no candidate \"c\".");
        assertThatThrownBy(() -> read("a > a")).hasMessageStartingWith("Line 1: ");
        assertThatThrownBy(() -> read("a >> b")).hasMessage("Line 1: \"\" is no name of a candidate.");
        assertThatThrownBy(() -> read("a * x")).hasMessageStartingWith("Line 1: Found \"x\".");
        assertThatThrownBy(() -> read("a\n#/Candidates: a")).hasMessageStartingWith("Line 2: The candidates are told");
        assertThatThrownBy(() -> read("#/Candidates: a;a")).hasMessage("Line 1: A candidate stands twice.");
        assertThatThrownBy(() -> read("#/Implicit Ranking: maybe")).hasMessageStartingWith("Line 1: Found \"maybe\".");
        assertThatThrownBy(() -> read("#/Candidates a")).hasMessageStartingWith("Line 1: A parameter lacks its colon.");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("0 candidates.");
        assertThatThrownBy(() -> read("#/Weight Allowed: true\na ^ 999999999999999999 * 999999999999999999"))
                .isInstanceOf(FormatException.class)
                .hasMessage("Line 2: The ballots leave 64 bits.");
    }
}
