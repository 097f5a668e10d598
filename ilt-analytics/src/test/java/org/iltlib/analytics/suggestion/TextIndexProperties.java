package org.iltlib.analytics.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class TextIndexProperties {
    private static final IndexDesign WORDS = IndexDesign.builder()
            .terms(TermKind.WORDS)
            .leavesOutFunctionWords(false)
            .minimumScore(0)
            .build();

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("ab", "cd", "ef", "gh", "ij", "kl")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(words -> String.join(" ", words));
    }

    /** Brute force: vectors over all words, those of the text that no statement has included; the cosine of each pair. */
    @Property(tries = 300)
    void theListIsThatOfBruteForce(
            @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("texts") String> statements,
            @ForAll("texts") String text) {
        TextIndex index = TextIndex.of(SmallFramework.of(statements), WORDS);
        List<Double> expected = new ArrayList<>();
        for (String statement : statements) {
            expected.add(cosine(statement, text, statements));
        }
        List<Suggestion> listed =
                index.suggest(SuggestionQuery.of(text).withTop(20)).listed();
        assertThat(listed)
                .hasSize((int) expected.stream().filter(score -> score > 0).count());
        for (Suggestion one : listed) {
            int place = Integer.parseInt(one.label().substring(1));
            assertThat(one.score()).isCloseTo(expected.get(place), within(1e-6));
        }
        assertThat(listed).isSortedAccordingTo(Comparator.comparingDouble((Suggestion one) -> -one.score()));
    }

    private static double cosine(String one, String other, List<String> all) {
        double dot = 0;
        double ones = 0;
        double others = 0;
        for (String word : new TreeSet<>(List.of((String.join(" ", all) + " " + other).split(" ", -1)))) {
            long holders = all.stream().filter(text -> text.contains(word)).count();
            double rarity = 1 + Math.log((1.0 + all.size()) / (1.0 + holders));
            double a = weight(word, one) * rarity;
            double b = weight(word, other) * rarity;
            dot += a * b;
            ones += a * a;
            others += b * b;
        }
        return dot == 0 ? 0 : dot / Math.sqrt(ones * others);
    }

    private static double weight(String word, String text) {
        long count = List.of(text.split(" ", -1)).stream().filter(word::equals).count();
        return Math.log(1.0 + count) / Math.log(2);
    }

    /** Any text at all gets an answer, twice the same, and nothing that is not a number. */
    @Property(tries = 300)
    void anyTextGetsTheSameAnswerTwice(@ForAll String text) {
        for (Weighting weighting : Weighting.values()) {
            TextIndex index = TextIndex.of(
                    SmallFramework.of(),
                    IndexDesign.builder()
                            .terms(TermKind.values())
                            .weighting(weighting)
                            .build());
            Suggestions once = index.suggest(SuggestionQuery.of(text));
            assertThat(index.suggest(SuggestionQuery.of(text))).isEqualTo(once);
            assertThat(once.listed()).allSatisfy(one -> {
                assertThat(one.score()).isFinite().isPositive();
                assertThat(one.terms()).isNotEmpty();
            });
            assertThat(index.compare(text, index.candidates().standards().get(0).id())
                            .passage())
                    .isBetween(0.0, 1.0);
        }
    }

    /** Each standard's own statement finds it first, unless another says the same. */
    @Property(tries = 100)
    void aStatementFindsItself(@ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("texts") String> statements) {
        TextIndex index = TextIndex.of(SmallFramework.of(statements), WORDS);
        for (int i = 0; i < statements.size(); i++) {
            Suggestions answer =
                    index.suggest(SuggestionQuery.of(statements.get(i)).withTop(20));
            assertThat(answer.findFirst().map(Suggestion::score).orElse(0.0)).isCloseTo(1, within(1e-6));
            assertThat(answer.rankOf(index.candidates().standards().get(i).id()))
                    .isNotEqualTo(Optional.empty());
        }
    }
}
