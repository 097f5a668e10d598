package org.iltlib.analytics.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    private static final IndexDesign WORDS =
            IndexDesign.builder().terms(TermKind.WORDS).headingWeight(0).build();
    private static final TextIndex INDEX = TextIndex.of(SmallFramework.of(), IndexDesign.withDefaults());

    /**
     * By hand: "a b" and "b c" (as words aa bb, bb cc), text "aa aa". idf(aa) = 1 + ln(3/2), idf(bb) = 1 + ln(3/3) = 1;
     * the cosine with the first is idf(aa) / sqrt(idf(aa)² + 1).
     */
    @Test
    void theCosineIsThatOfTheFormula() {
        TextIndex index = TextIndex.of(SmallFramework.of(List.of("aa bb", "bb cc")), WORDS);
        double rare = 1 + Math.log(1.5);
        Suggestions answer = index.suggest(SuggestionQuery.of("aa aa"));
        assertThat(answer.listed()).hasSize(1);
        assertThat(answer.listed().get(0).score()).isCloseTo(rare / Math.sqrt(rare * rare + 1), within(1e-6));
    }

    /**
     * By hand: "aa aa bb" (length 3) and "bb cc cc cc cc" (length 5), mean 4. For aa: ln(1 + 1.5/1.5) · 2 · 2.2 / (2 + 1.2 (0.25
     * + 0.75 · 3/4)); bb stands in both, ln(1 + 0.5/2.5), once: · 2.2 / (1 + 1.2 (0.25 + 0.75 · 3/4)).
     */
    @Test
    void bm25IsThatOfTheFormula() {
        TextIndex index = TextIndex.of(
                SmallFramework.of(List.of("aa aa bb", "bb cc cc cc cc")),
                WORDS.toBuilder().weighting(Weighting.BM25).build());
        double enough = 1.2 * (0.25 + 0.75 * 3 / 4);
        double expected = Math.log(2) * 2 * 2.2 / (2 + enough) + Math.log(1.2) * 2.2 / (1 + enough);
        Suggestions answer = index.suggest(SuggestionQuery.of("bb aa aa aa"));
        assertThat(answer.listed().get(0).score()).isCloseTo(expected, within(1e-6));
        assertThat(answer.listed().get(0).standard()).isEqualTo(StandardId.of("s0"));
    }

    @Test
    void headingsCountForAPartAndParentsThatCanBeSuggestedDoNot() {
        Candidates candidates = Candidates.of(
                SmallFramework.of(), WORDS.toBuilder().headingWeight(0.4).build());
        assertThat(candidates.termsAt(2))
                .containsOnlyKeys("wcompare", "wfractions", "wline", "wnumbers")
                .containsEntry("wnumbers", 0.4);
        Candidates borrowing = Candidates.of(
                SmallFramework.of(), WORDS.toBuilder().parentWeight(0.5).build());
        assertThat(borrowing.termsAt(2)).containsEntry("wcompare", 1.5).containsEntry("wtwo", 0.5);
        Candidates lending = Candidates.of(
                SmallFramework.of(), WORDS.toBuilder().childWeight(0.25).build());
        assertThat(lending.termsAt(1)).containsEntry("wcompare", 1.25).containsEntry("wline", 0.25);
    }

    @Test
    void theBestStandardStandsFirstAndTellsWhy() {
        Suggestion first = INDEX.suggest(SuggestionQuery.of("Which of these fractions is greater? Compare them."))
                .findFirst()
                .orElseThrow();
        assertThat(first.label()).isEqualTo("3.NU.A.2");
        assertThat(first.terms()).extracting(SharedTerm::term).contains("fractions", "compare");
        assertThat(first.terms().stream().mapToDouble(SharedTerm::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(first.path()).containsExactly(StandardId.of("h1"));
        assertThat(first.neighbours()).contains(StandardId.of("s2a"));
        assertThat(first.gradeMatch()).isEmpty();
        assertThat(first.explanation().toString())
                .contains("Suggestion 1 is 3.NU.A.2")
                .contains("\"fractions\" brings")
                .contains("The grade is not compared.")
                .contains("not known: not collected");
    }

    @Test
    void onlyStandardsOfTheGradeAreSuggested() {
        Suggestions answer = INDEX.suggest(
                SuggestionQuery.of("Compare the angles of shapes and fractions").withGrades(Set.of(GradeLevel.of(4))));
        assertThat(answer.listed())
                .extracting(Suggestion::label)
                .containsExactlyInAnyOrder("3.NU.A.2", "3.NU.A.2.a", "4.SH.A.1");
        assertThat(answer.listed()).extracting(Suggestion::gradeMatch).containsOnly(Optional.of(true));
        assertThat(answer.listed().get(0).explanation().toString()).contains("It is meant for the grade.");
    }

    @Test
    void aStandardOfAnotherFrameworkIsAQueryToo() {
        Standard elsewhere = Standard.builder()
                .id(StandardId.of("x"))
                .statement("Rounding numbers to the nearest ten")
                .addGrades(GradeLevel.of(3))
                .build();
        assertThat(INDEX.suggest(SuggestionQuery.of(elsewhere))
                        .findFirst()
                        .orElseThrow()
                        .label())
                .isEqualTo("3.NU.A.1");
    }

    @Test
    void aCodeInTheTextIsToldApartAndMovesNothing() {
        String text = "Draw shapes.";
        Suggestions plain = INDEX.suggest(SuggestionQuery.of(text));
        Suggestions coded = INDEX.suggest(SuggestionQuery.of(text + " (3.NU.A.2a, 9.ZZ.A.1)"));
        assertThat(coded.listed()).isEqualTo(plain.listed());
        assertThat(plain.named()).isEmpty();
        assertThat(coded.named()).containsExactly(StandardId.of("s2a"));
    }

    @Test
    void whereThereIsNothingToSayTheIndexIsSilentAndSaysWhy() {
        assertThat(abstention(INDEX, SuggestionQuery.of(""))).contains(Abstention.EMPTY_TEXT);
        assertThat(abstention(INDEX, SuggestionQuery.of(" ?! "))).contains(Abstention.EMPTY_TEXT);
        assertThat(abstention(INDEX, SuggestionQuery.of("Сравните две дроби")))
                .contains(Abstention.LANGUAGE_NOT_COVERED);
        assertThat(abstention(INDEX, SuggestionQuery.of("比较两个分数"))).contains(Abstention.LANGUAGE_NOT_COVERED);
        assertThat(abstention(
                        INDEX, SuggestionQuery.of("Compara dos fracciones").withLanguage("es-MX")))
                .contains(Abstention.LANGUAGE_NOT_COVERED);
        assertThat(abstention(INDEX, SuggestionQuery.of("Compare fractions").withLanguage("en-US")))
                .isEmpty();
        assertThat(abstention(INDEX, SuggestionQuery.of("Compare").withGrades(Set.of(GradeLevel.of(9)))))
                .contains(Abstention.NO_STANDARD_OF_GRADE);
        assertThat(abstention(INDEX, SuggestionQuery.of("zzz qqq"))).contains(Abstention.NOTHING_SHARED);
        assertThat(abstention(INDEX, SuggestionQuery.of("12 + 7"))).contains(Abstention.NOTHING_SHARED);
    }

    @Test
    void aWeakOrADoubtfulFirstPlaceCanBeKeptBack() {
        SuggestionQuery query = SuggestionQuery.of("Compare a long story with many other words in it");
        TextIndex strict = TextIndex.of(
                SmallFramework.of(), IndexDesign.builder().minimumScore(0.9).build());
        assertThat(abstention(strict, query)).contains(Abstention.SCORE_TOO_LOW);
        TextIndex clear = TextIndex.of(
                SmallFramework.of(), IndexDesign.builder().minimumMargin(0.9).build());
        assertThat(abstention(clear, query)).contains(Abstention.MARGIN_TOO_SMALL);
        assertThat(abstention(clear, SuggestionQuery.of("Measure"))).isEmpty();
    }

    private static Optional<Abstention> abstention(SuggestionIndex index, SuggestionQuery query) {
        Suggestions answer = index.suggest(query);
        assertThat(answer.findFirst().isPresent()).isEqualTo(answer.abstention().isEmpty());
        return answer.abstention();
    }

    @Test
    void equalScoresKeepTheOrderOfTheFramework() {
        TextIndex index = TextIndex.of(SmallFramework.of(List.of("alike", "different", "alike", "alike")), WORDS);
        assertThat(index.suggest(SuggestionQuery.of("alike").withTop(2)).listed())
                .extracting(Suggestion::label)
                .containsExactly("s0", "s2");
    }

    @Test
    void aMisspellingIsSurvivedByRunsOfLettersOnly() {
        SuggestionQuery query = SuggestionQuery.of("fracttions");
        assertThat(INDEX.suggest(query).findFirst().orElseThrow().label()).startsWith("3.NU.A.2");
        TextIndex stems = TextIndex.of(SmallFramework.of(), IndexDesign.plainCosine());
        assertThat(stems.suggest(query).abstention()).contains(Abstention.NOTHING_SHARED);
    }

    @Test
    void quantitiesCanBeTermsToo() {
        TextIndex index = TextIndex.of(
                SmallFramework.of(List.of("Work with 1/2 and 3/4", "Work with 0.5 and 1.5")),
                IndexDesign.builder().terms(TermKind.QUANTITIES).build());
        Suggestion first = index.suggest(SuggestionQuery.of("5/8")).findFirst().orElseThrow();
        assertThat(first.label()).isEqualTo("s0");
        assertThat(first.terms()).containsExactly(new SharedTerm("<fraction>", 1));
    }

    @Test
    void oneStandardIsAFramework() {
        TextIndex index = TextIndex.of(SmallFramework.of(List.of("Count to ten.")), IndexDesign.withDefaults());
        assertThat(index.suggest(SuggestionQuery.of("Count").withTop(50)).listed())
                .hasSize(1);
        TextIndex bm25 = TextIndex.of(
                SmallFramework.of(List.of("Count to ten.")),
                IndexDesign.builder().weighting(Weighting.BM25).build());
        assertThat(bm25.suggest(SuggestionQuery.of("Count")).listed()).hasSize(1);
    }

    @Test
    void aMegabyteOfTextIsFine() {
        String story = "Compare the fractions of a long story. ".repeat(27_000);
        assertThat(INDEX.suggest(SuggestionQuery.of(story))
                        .findFirst()
                        .orElseThrow()
                        .label())
                .isEqualTo("3.NU.A.2");
        assertThat(INDEX.suggest(SuggestionQuery.of("A.".repeat(500_000))).listed())
                .isEmpty();
        assertThat(INDEX.suggest(SuggestionQuery.of("x".repeat(1_000_000))).listed())
                .isEmpty();
    }

    @Test
    void manyThreadsGetTheSameBits() {
        List<SuggestionQuery> queries = IntStream.range(0, 200)
                .mapToObj(i -> SuggestionQuery.of("Compare fractions and angles of shapes ".repeat(1 + i % 7) + i))
                .toList();
        List<Suggestions> alone = queries.stream().map(INDEX::suggest).toList();
        assertThat(queries.parallelStream().map(INDEX::suggest).toList()).isEqualTo(alone);
    }

    @Test
    void theBestSentenceIsHeldAgainstTheStatementAlone() {
        String text = "A farmer walks along a very long road. Compare two fractions on paper!\nWhat a day";
        MatchFeatures match = INDEX.compare(text, StandardId.of("s2"));
        IndexDesign design = IndexDesign.withDefaults();
        double inside = size(design, "compare two fractions");
        assertThat(match.passage()).isCloseTo(inside / (inside + size(design, "paper")), within(1e-12));
        assertThat(match.quantities()).isZero();
        assertThat(INDEX.compare("Add 3 + 4", StandardId.of("s2")).quantities()).isCloseTo(3 / 4.0, within(1e-12));
        assertThat(INDEX.compare("", StandardId.of("s2"))).isEqualTo(new MatchFeatures(0, 0, 0));
    }

    private static int size(IndexDesign design, String text) {
        return design.termsOf(text).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void aComparisonGivesTheScoreOfTheList() {
        String text = "Measure the right angles, compare and draw.";
        INDEX.suggest(SuggestionQuery.of(text))
                .listed()
                .forEach(one -> assertThat(INDEX.compare(text, one.standard()).similarity())
                        .isEqualTo(one.score()));
    }

    @Test
    void withoutCodesTheLeavesAreSuggested() {
        TextIndex index = TextIndex.of(
                SmallFramework.of().toBuilder()
                        .items(SmallFramework.of().items().stream()
                                .map(item ->
                                        item.toBuilder().code(Optional.empty()).build())
                                .toList())
                        .build(),
                IndexDesign.withDefaults());
        assertThat(index.candidates().standards()).extracting(Standard::label).containsExactly("s1", "s2a", "s3", "s4");
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> TextIndex.of(SmallFramework.of(), List.of(StandardId.of("3.NU.A.1")), WORDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe it is a code");
        assertThatThrownBy(() -> TextIndex.of(SmallFramework.of(), List.of(), WORDS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        TextIndex.of(SmallFramework.of(), List.of(StandardId.of("s1"), StandardId.of("s1")), WORDS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> INDEX.compare("text", StandardId.of("h1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe it is a heading");
        assertThatThrownBy(() -> SuggestionQuery.of("text").withTop(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Suggestions(List.of(), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IndexDesign.builder().k1(-1).build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProbabilityIsMissingUntilPeopleHaveAnswered() {
        Suggestion one = INDEX.suggest(SuggestionQuery.of("angles")).listed().get(0);
        assertThat(one.probability()).isInstanceOf(Measured.Missing.class);
        assertThat(one.toBuilder()
                        .probability(Measured.of(0.25))
                        .gradeMatch(false)
                        .build()
                        .explanation()
                        .toString())
                .contains("chance of 0.25")
                .contains("another grade");
    }
}
