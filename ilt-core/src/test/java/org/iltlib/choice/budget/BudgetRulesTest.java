package org.iltlib.choice.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.SharedFiles;
import org.iltlib.choice.format.FormatException;
import org.iltlib.choice.format.Pabulib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Netherlands_Assen_2024",
                "Poland_Czestochowa_2024_Podjasnogorska",
                "Poland_Swiecie_2023",
                "Poland_Warszawa_2017_Nadwisle",
                "Poland_Warszawa_2017_Plac_Wojska_Polskiego",
                "Poland_Warszawa_2017_Sadul",
                "Poland_Warszawa_2019_Marysin_Wawerski_Poludniowy",
                "Poland_Warszawa_2019_Sadul"
            })
    void theOfficialOutcomeIsReproduced(String name) throws IOException {
        Pabulib.Instance instance;
        try (InputStream in = SharedFiles.open("pabulib/" + name + ".pb")) {
            instance = Pabulib.read(in);
        }
        BudgetRule rule = BudgetRules.findByName(instance.meta().get("rule")).orElseThrow();
        assertThat(new HashSet<>(rule.count(instance.profile()).chosen()))
                .isEqualTo(new HashSet<>(instance.selected()));
    }

    /** By hand: shares of 25 each; A costs 60 and its three supporters pay 20; B costs 40 and its one has 25. */
    @Test
    void equalSharesLeavesAMinorityItsShareAndGreedyDoesNot() {
        BudgetProfile profile = BudgetProfile.builder(Rational.of(100))
                .project("A", Rational.of(60))
                .project("B", Rational.of(25))
                .project("C", Rational.of(40))
                .approve(3, List.of(0, 2))
                .approve(1, List.of(1))
                .build();
        assertThat(BudgetRules.EQUAL_SHARES.count(profile).chosen()).containsExactly(0, 1);
        assertThat(BudgetRules.EQUAL_SHARES_POINTS.count(profile).chosen()).containsExactly(2, 1);
        assertThat(BudgetRules.GREEDY.count(profile).chosen()).containsExactly(0, 2);
        assertThat(BudgetRules.GREEDY.count(profile).ties()).hasSize(1);
        assertThat(BudgetRules.GREEDY.count(profile).cost()).isEqualTo(Rational.of(100));
        assertThat(BudgetRules.EQUAL_SHARES_ADD1U.count(profile).chosen()).containsExactly(0, 1);
    }

    /** The profile above: three voters have 100 by points and 60 by equal shares, one has 0 and 25; so points win. */
    @Test
    void votersCompareBothOutcomes() {
        BudgetProfile profile = BudgetProfile.builder(Rational.of(100))
                .project("A", Rational.of(60))
                .project("B", Rational.of(25))
                .project("C", Rational.of(40))
                .approve(3, List.of(0, 2))
                .approve(1, List.of(1))
                .build();
        BudgetCount count = BudgetRules.EQUAL_SHARES_COMPARISON.count(profile);
        assertThat(count.chosen()).containsExactly(0, 2);
        assertThat(count.rule()).isEqualTo("equalshares/comparison");
        assertThat(count.why().claim())
                .startsWith("1 voters have more of the outcome of equal shares, 3 of the one by");
        BudgetProfile evenly = BudgetProfile.builder(Rational.of(100))
                .project("A", Rational.of(60))
                .project("B", Rational.of(25))
                .project("C", Rational.of(40))
                .approve(1, List.of(0, 2))
                .approve(3, List.of(1))
                .build();
        assertThat(BudgetRules.EQUAL_SHARES_COMPARISON.count(evenly).chosen()).contains(1);
    }

    @Test
    void noRuleSpendsMoreThanTheBudgetAndNoSkipStops() {
        BudgetProfile profile = BudgetProfile.builder(Rational.of(10))
                .project("A", Rational.of(8))
                .project("B", Rational.of(5))
                .project("C", Rational.of(2))
                .add(2, Map.of(0, 3L, 1, 2L, 2, 0L))
                .add(1, Map.of(1, 1L, 2, 1L))
                .build();
        for (BudgetRule rule : BudgetRules.all()) {
            BudgetCount count = rule.count(profile);
            assertThat(count.cost()).as(rule.ruleName()).isLessThanOrEqualTo(Rational.of(10));
            assertThat(count.toBuilder().build()).isEqualTo(count);
        }
        assertThat(BudgetRules.GREEDY.count(profile).chosen()).containsExactly(0, 2);
        assertThat(BudgetRules.GREEDY_NO_SKIP.count(profile).chosen()).containsExactly(0);
        assertThat(BudgetRules.findByName("none")).isEmpty();
    }

    /** By hand: at 4 everybody has earned x (3) at 3 first; then a (8 by two) and b (4 by one) are due at once, and 7 is left. */
    @Test
    void phragmenEndsAlikeHoweverProjectsAreListed() {
        for (List<String> order : List.of(List.of("x", "a", "b"), List.of("x", "b", "a"))) {
            BudgetProfile.Builder builder = BudgetProfile.builder(Rational.of(10));
            Map<String, Integer> costs = Map.of("x", 3, "a", 8, "b", 4);
            order.forEach(name -> builder.project(name, Rational.of(costs.get(name))));
            BudgetCount count = BudgetRules.PHRAGMEN.count(builder.approve(2, List.of(order.indexOf("a")))
                    .approve(1, List.of(order.indexOf("b")))
                    .approve(1, List.of(0))
                    .build());
            assertThat(count.chosen()).as(order.toString()).containsExactly(0);
            assertThat(count.ties()).hasSize(1);
            assertThat(count.ties().get(0).kept()).containsExactly(1, 2);
        }
    }

    /** By hand: any 5 of 10 equal projects, 252 sets; the first is 0 to 4. */
    @Test
    void mostPointsTellsThatItStoppedCountingEqualSets() {
        BudgetProfile.Builder builder = BudgetProfile.builder(Rational.of(5));
        for (int p = 0; p < 10; p++) {
            builder.project("p" + p, Rational.ONE);
        }
        BudgetCount count = BudgetRules.MOST_POINTS.count(
                builder.approve(1, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).build());
        assertThat(count.chosen()).containsExactly(0, 1, 2, 3, 4);
        assertThat(count.why().toString()).contains("at least 100 sets of projects");
        assertThat(count.ties()).hasSize(1);
        assertThat(count.ties().get(0).kept()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void brokenPabulibFilesNameTheLine() {
        assertThatThrownBy(() -> read("num_votes;1\n")).hasMessageStartingWith("Line 1: ");
        assertThatThrownBy(() -> read("META\nkey;value\nbudget;10\nPROJECTS\nproject_id;cost\na;1\na;2\n"))
                .isInstanceOf(FormatException.class)
                .hasMessage("Line 7: Project a stands twice.");
        assertThatThrownBy(() -> read("META\nkey;value\nbudget;10\nPROJECTS\nproject_id;cost\na;x\n"))
                .hasMessageStartingWith("Line 6: ");
        String good = "META\nkey;value\nbudget;10,5\nPROJECTS\nproject_id;cost\n\"a\";1\nVOTES\nvoter_id;vote";
        assertThatThrownBy(() -> read(good + "\n1;b\n")).hasMessage("Line 9: There is no project b.");
        assertThatThrownBy(() -> read(good + "\n1;a,a\n")).hasMessageStartingWith("Line 9: Project a stands twice");
        assertThatThrownBy(() -> read(good + ";points\n1;a;1,2\n")).hasMessageStartingWith("Line 9: 2 points");
        assertThatThrownBy(() -> read(good + "\n1\n")).hasMessage("Line 9: The column vote is missing.");
        assertThatThrownBy(() -> read(good + "\n\"1;a\n")).hasMessageStartingWith("Line 9: A field opens");
        assertThatThrownBy(() -> read("META\nkey;value\n")).hasMessage("The file has no budget under META.");
        assertThatThrownBy(() -> read("META\nkey;value\nbudget;1\nnum_votes;2\n"))
                .hasMessage("Line 4: num_votes is 2, but the file has 0.");
        assertThatThrownBy(() -> read("META\nkey;value\nbudget;many\n")).hasMessageStartingWith("Line 3: ");
        assertThatThrownBy(() -> read("")).hasMessage("Line 1: The file is empty.");
        assertThat(read(good + "\n1;a\n2;\n").profile().voters()).isEqualTo(2);
        assertThat(read(good + "\n1;a\n").profile().budget()).isEqualTo(Rational.parse("10.5"));
    }

    private static Pabulib.Instance read(String text) {
        return Pabulib.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
