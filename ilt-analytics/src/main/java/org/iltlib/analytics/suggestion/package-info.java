/**
 * Which standards may fit a text, or a standard of another framework: ranked, explained, and silent where there is
 * nothing to say. An index proposes and never decides; only a person's judgement makes an alignment.
 *
 * <p>Start with {@link org.iltlib.analytics.suggestion.TextIndex}, {@link
 * org.iltlib.analytics.suggestion.SuggestionQuery} and {@link org.iltlib.analytics.suggestion.Suggestions}; how likely
 * people accept a suggestion is learned in {@link org.iltlib.analytics.suggestion.learned}.
 *
 * <pre>{@code
 * SuggestionIndex index = TextIndex.of(framework, IndexDesign.withDefaults());
 * SuggestionQuery query = SuggestionQuery.of("Round 73 to the nearest ten.").withGrades(Set.of(GradeLevel.of(3)));
 * Suggestions answer = index.suggest(query);
 * answer.listed().forEach(one -> System.out.println(one.explanation()));
 * System.out.println(answer.abstention()); // why there is no list, if there is none
 * }</pre>
 */
package org.iltlib.analytics.suggestion;
