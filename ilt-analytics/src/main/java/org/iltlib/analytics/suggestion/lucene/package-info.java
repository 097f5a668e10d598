/**
 * The same suggestions by Apache Lucene, for applications that have it already. Lucene is an optional dependency: whoever
 * uses this package adds {@code org.apache.lucene:lucene-core} 9 to the application; nobody else needs it.
 *
 * <p>Start with {@link org.iltlib.analytics.suggestion.lucene.LuceneIndex}.
 *
 * <pre>{@code
 * IndexDesign design = IndexDesign.builder().weighting(Weighting.BM25).build();
 * SuggestionIndex index = LuceneIndex.of(Candidates.of(framework, design));
 * System.out.println(index.suggest(SuggestionQuery.of("Round 73 to the nearest ten.")).listed());
 * }</pre>
 */
package org.iltlib.analytics.suggestion.lucene;
