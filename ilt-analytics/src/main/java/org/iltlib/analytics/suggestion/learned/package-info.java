/**
 * What people's recorded answers teach about suggestions: how often the right standard is found, and how likely a person
 * accepts what is suggested. Nothing here is learned from anything but recorded acceptances and rejections, and every
 * figure is cross-validated by standard.
 *
 * <p>Start with {@link org.iltlib.curriculum.SuggestionReply}, {@link
 * org.iltlib.analytics.suggestion.learned.AcceptanceLearning} and {@link
 * org.iltlib.analytics.suggestion.learned.RetrievalStudy}.
 *
 * <pre>{@code
 * List<SuggestionReply> replies = AcceptanceLearning.replies(record);           // what people recorded
 * Measured<AcceptanceModel> learned = AcceptanceLearning.withDefaults().of(index, replies);
 * learned.value().ifPresent(model -> {
 *     System.out.println(model.separation(Separation.withSeed(1)));             // how well it tells apart, honestly
 *     System.out.println(CalibratedIndex.of(index, model).suggest(query));      // now with probabilities
 * });
 * }</pre>
 */
package org.iltlib.analytics.suggestion.learned;
