/**
 * Value added: what students of a teacher or school scored beyond, or short of, what was to be expected of them, shrunken
 * towards zero as far as chance goes, with the error of the prediction.
 *
 * <p>Start with {@link org.iltlib.analytics.growth.valueadded.TaughtRows} (scores, what came before them, who taught) and
 * {@link org.iltlib.analytics.growth.valueadded.CovariateAdjusted} (expectation from earlier scores), or with {@link
 * org.iltlib.analytics.growth.valueadded.LayeredModel} (all years of a student together, teachers' parts stay). Both give
 * {@link org.iltlib.analytics.growth.valueadded.ValueAdded}; {@link
 * org.iltlib.analytics.growth.valueadded.EffectStability} tells how much of it is still there a year later.
 *
 * <pre>{@code
 * TaughtRows rows = TaughtRows.of(score).withPrior("last year", before).taughtBy(teacher).inSchools(school);
 * Measured<ValueAdded> found = CovariateAdjusted.withDefaults(SuppressionPolicy.NCES_2011_603).of(rows);
 * found.value().ifPresent(added -> added.teachers().forEach(System.out::println));
 * System.out.println(found.map(ValueAdded::ranked)); // missing, for their intervals overlap
 * }</pre>
 *
 * <p>These are associations. Students are not dealt to teachers by lot, and what a model does not know of them stays in
 * the effects; so results carry {@link org.iltlib.impact.ClaimRung#ASSOCIATED} at most, an interval always, and no rank
 * where intervals overlap. They are no ground for a decision on a person.
 */
@NullMarked
package org.iltlib.analytics.growth.valueadded;

import org.jspecify.annotations.NullMarked;
