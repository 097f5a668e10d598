package org.iltlib.analytics.suggestion.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.analytics.suggestion.Abstention;
import org.iltlib.analytics.suggestion.Candidates;
import org.iltlib.analytics.suggestion.CoherenceMap;
import org.iltlib.analytics.suggestion.CoherenceMap.TeacherJudgement;
import org.iltlib.analytics.suggestion.IndexDesign;
import org.iltlib.analytics.suggestion.SmallFramework;
import org.iltlib.analytics.suggestion.Suggestion;
import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.analytics.suggestion.Suggestions;
import org.iltlib.analytics.suggestion.TermKind;
import org.iltlib.analytics.suggestion.TextIndex;
import org.iltlib.analytics.suggestion.Weighting;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;

/** Lucene's BM25 checks ours, and ours Lucene's: two programs, one formula. */
class LuceneIndexTest {
    private static final IndexDesign DESIGN =
            IndexDesign.builder().weighting(Weighting.BM25).build();

    /** Lengths up to 40 are exact in Lucene; counts are times 100, so here they are rounded: a part in a hundred. */
    @Test
    void scoresAreThoseOfOurOwn() {
        Candidates candidates = Candidates.of(SmallFramework.of(), DESIGN);
        TextIndex own = TextIndex.of(candidates);
        LuceneIndex lucene = LuceneIndex.of(candidates);
        SuggestionQuery query = SuggestionQuery.of("Compare two fractions with right angles");
        List<Suggestion> expected = own.suggest(query).listed();
        List<Suggestion> found = lucene.suggest(query).listed();
        assertThat(found)
                .extracting(Suggestion::label)
                .isEqualTo(expected.stream().map(Suggestion::label).toList());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).score())
                    .isCloseTo(
                            expected.get(i).score(),
                            within(0.05 * expected.get(i).score()));
            assertThat(found.get(i).terms())
                    .extracting(term -> term.term())
                    .isEqualTo(expected.get(i).terms().stream()
                            .map(term -> term.term())
                            .toList());
        }
        assertThat(lucene.size()).isEqualTo(5);
        assertThat(lucene.method()).startsWith("Lucene BM25");
    }

    /** Without a say for length nothing is rounded but to single precision. */
    @Test
    void withoutLengthTheScoresAreEqual() {
        Candidates candidates =
                Candidates.of(SmallFramework.of(), DESIGN.toBuilder().b(0).build());
        SuggestionQuery query = SuggestionQuery.of("Compare two fractions with right angles");
        List<Suggestion> expected = TextIndex.of(candidates).suggest(query).listed();
        List<Suggestion> found = LuceneIndex.of(candidates).suggest(query).listed();
        assertThat(found).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).label()).isEqualTo(expected.get(i).label());
            assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-5));
        }
    }

    /** On the teachers' 138 problems: the same first standard for nearly all, and nearly the same ten. */
    @Test
    void itRanksTheTeachersProblemsAsOursDoes() {
        Candidates candidates = Candidates.of(
                CoherenceMap.framework(),
                DESIGN.toBuilder().terms(TermKind.STEMS).build());
        TextIndex own = TextIndex.of(candidates);
        LuceneIndex lucene = LuceneIndex.of(candidates);
        int same = 0;
        int shared = 0;
        List<TeacherJudgement> judgements = CoherenceMap.judgements();
        for (TeacherJudgement one : judgements) {
            SuggestionQuery query = SuggestionQuery.of(one.text()).withTop(10);
            List<StandardId> ours = ids(own.suggest(query));
            List<StandardId> theirs = ids(lucene.suggest(query));
            same += ours.get(0).equals(theirs.get(0)) ? 1 : 0;
            Set<StandardId> both = new HashSet<>(ours);
            both.retainAll(theirs);
            shared += both.size();
        }
        assertThat(same).isGreaterThanOrEqualTo(132);
        assertThat(shared).isGreaterThanOrEqualTo(1311);
    }

    private static List<StandardId> ids(Suggestions answer) {
        return answer.listed().stream().map(Suggestion::standard).toList();
    }

    @Test
    void gradesSilenceAndCodesAreThoseOfEveryIndex() {
        LuceneIndex index = LuceneIndex.of(Candidates.of(SmallFramework.of(), DESIGN));
        assertThat(index.suggest(SuggestionQuery.of("")).abstention()).contains(Abstention.EMPTY_TEXT);
        assertThat(index.suggest(SuggestionQuery.of("zzz")).abstention()).contains(Abstention.NOTHING_SHARED);
        Suggestions answer =
                index.suggest(SuggestionQuery.of("Compare angles, 4.SH.A.2").withGrades(Set.of(GradeLevel.of(3))));
        assertThat(answer.listed()).extracting(Suggestion::label).containsExactly("3.NU.A.2");
        assertThat(answer.named()).containsExactly(StandardId.of("s4"));
    }

    @Test
    void aTextOfManyTermsIsLookedUpByItsRarest() {
        StringBuilder statement = new StringBuilder("rare");
        StringBuilder common = new StringBuilder("rare");
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                statement
                        .append(' ')
                        .append(a)
                        .append(b)
                        .append("qq ")
                        .append(a)
                        .append(b)
                        .append("zz");
                common.append(' ')
                        .append(a)
                        .append(b)
                        .append("qq ")
                        .append(a)
                        .append(b)
                        .append("zz");
            }
        }
        LuceneIndex index = LuceneIndex.of(Candidates.of(
                SmallFramework.of(List.of(statement.toString(), common.toString(), "other")),
                DESIGN.toBuilder().terms(TermKind.WORDS).build()));
        assertThat(index.suggest(SuggestionQuery.of(common.toString())).listed())
                .hasSize(2);
        assertThat(index.suggest(SuggestionQuery.of("other " + common)).findFirst())
                .isPresent();
    }

    @Test
    void anotherWeightingIsRefused() {
        assertThatThrownBy(() -> LuceneIndex.of(Candidates.of(SmallFramework.of(), IndexDesign.withDefaults())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected BM25");
    }
}
