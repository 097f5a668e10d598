/**
 * Student growth percentiles: where a student's newest score stands among those who scored alike before, by quantile
 * regression on cubic B-splines, to the last convention of the SGP package, so that every student gets the same figure.
 *
 * <p>Start with {@link org.iltlib.analytics.growth.percentile.GrowthModel}, the method and its options;
 * {@link org.iltlib.analytics.growth.percentile.GrowthPercentiles}, what it says of a cohort; and
 * {@link org.iltlib.analytics.growth.percentile.GrowthMatrices}, coefficients that can be stored and held against a later
 * year.
 *
 * <pre>{@code
 * GrowthPercentiles growth = GrowthModel.withDefaults().of(cohort);
 * System.out.println(growth.of(0)); // percentile 13 on 3 earlier scores
 * System.out.println(growth.cut(0, 50, 2)); // the score that half of such students exceed
 * Measured<GrowthMatrices> baseline = GrowthModel.withDefaults().fit(GrowthCohort.stacked(years));
 * System.out.println(baseline.map(b -> GrowthModel.withDefaults().score(nextYear, b)));
 * }</pre>
 *
 * <p>What decides the figures: knots at the quantiles .2, .4, .6 and .8 (type 7) of all earlier scores and boundaries a
 * tenth of the range outside, rounded to three decimals before use; one fit for each of the quantiles .005, .015 … .995
 * and each number of earlier scores, on all students who have them; predictions rounded to five decimals; the percentile
 * is the number of predictions strictly below the score, but no less than 1 and no more than 99. Predictions that cross
 * are put in order by sorting. Sources: Betebenner (2009), doi:10.1111/j.1745-3992.2009.00161.x; Chernozhukov,
 * Fernández-Val &amp; Galichon (2010), doi:10.3982/ECTA7880, for the sorting.
 */
@NullMarked
package org.iltlib.analytics.growth.percentile;

import org.jspecify.annotations.NullMarked;
