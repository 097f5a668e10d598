package org.iltlib.choice.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;

/** Every rule keeps the axioms that it promises, and each stored profile shows one that a rule does not keep. */
class AxiomProperties {
    @Property(tries = 60)
    void everyRuleKeepsTheAxiomsThatItPromises(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 6) int voters) {
        Profile profile = AxiomChecks.random(new Random(seed), n, voters);
        for (SingleWinnerRule rule : SingleWinnerRules.all()) {
            for (Axiom axiom : rule.axioms()) {
                assertThat(AxiomChecks.holds(rule, axiom, profile))
                        .as(rule.ruleName() + " " + axiom + " on " + AxiomChecks.write(profile))
                        .isTrue();
            }
        }
    }

    @Property(tries = 60)
    void everyRuleTreatsAlternativesAlikeAndVotersAlike(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 6) int voters) {
        Profile profile = AxiomChecks.random(new Random(seed), n, voters);
        List<Integer> to = new ArrayList<>(AxiomChecks.permutations(n)
                .get(new Random(seed).nextInt(AxiomChecks.permutations(n).size())));
        Profile.Builder renamed = Profile.builder(AxiomChecks.names(n));
        for (int b = profile.distinct() - 1; b >= 0; b--) {
            renamed.add(
                    new Ranking(profile.ranking(b).ranks().stream()
                            .map(rank -> rank.stream().map(to::get).toList())
                            .toList()),
                    2 * profile.weight(b));
        }
        Profile other = renamed.build();
        for (SingleWinnerRule rule : SingleWinnerRules.all()) {
            assertThat(rule.count(other).winners())
                    .as(rule.ruleName() + " on " + AxiomChecks.write(profile))
                    .isEqualTo(rule.count(profile).winners().stream()
                            .map(to::get)
                            .sorted()
                            .toList());
        }
    }

    @Property(tries = 100)
    void kemenyAgreesWithTryingEveryRanking(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 7) int voters) {
        Profile profile = AxiomChecks.random(new Random(seed), n, voters);
        org.iltlib.choice.Margins margins = org.iltlib.choice.Margins.of(profile);
        java.util.TreeMap<Long, java.util.TreeSet<Integer>> tops = new java.util.TreeMap<>();
        for (List<Integer> order : AxiomChecks.permutations(n)) {
            long cost = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    cost += margins.above(order.get(j), order.get(i));
                }
            }
            tops.computeIfAbsent(cost, c -> new java.util.TreeSet<>()).add(order.get(0));
        }
        assertThat(SingleWinnerRules.KEMENY.count(profile).winners())
                .containsExactlyElementsOf(tops.firstEntry().getValue());
    }

    @Example
    void everyStoredProfileShowsAnAxiomThatTheRuleDoesNotKeep() throws IOException {
        List<String> lines;
        try (InputStream in = AxiomProperties.class.getResourceAsStream("failures.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(lines).hasSizeGreaterThan(100);
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            SingleWinnerRule rule = SingleWinnerRules.findByName(parts[0]).orElseThrow();
            Axiom axiom = Axiom.valueOf(parts[1]);
            assertThat(rule.axioms()).as(line).doesNotContain(axiom);
            assertThat(AxiomChecks.holds(rule, axiom, AxiomChecks.read(parts[2])))
                    .as(line)
                    .isFalse();
        }
        assertThat(lines.stream().map(line -> line.split(" ", -1)[0]).collect(Collectors.toSet()))
                .hasSize(SingleWinnerRules.all().size());
    }
}
