/**
 * Growth percentiles of schools and other groups: how many students, mean and median with their intervals, what is left of
 * a mean once chance is taken off, the share at target; who may be told apart from whom; and whether the model fits.
 *
 * <p>Start with {@link org.iltlib.analytics.growth.summary.GrowthSummary}; then
 * {@link org.iltlib.analytics.growth.summary.GroupReading}, what it says of a group, and
 * {@link org.iltlib.analytics.growth.summary.GrowthCheck}, whether percentiles are spread evenly at all levels of scores.
 *
 * <pre>{@code
 * List<GroupGrowth> schools = GrowthSummary.withDefaults(SuppressionPolicy.NCES_2011_603).of(growth);
 * for (GroupGrowth school : schools) {
 *     System.out.println(school); // Maple Grove: mean 53.10 [47.00, 59.20] percentile (n = 68), rank 3 to 9 of 12
 * }
 * System.out.println(GrowthCheck.of(growth).largestDeviation());
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.growth.summary;

import org.jspecify.annotations.NullMarked;
