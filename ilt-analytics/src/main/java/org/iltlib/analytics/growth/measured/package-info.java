/**
 * Growth percentiles corrected for the error of measurement in earlier scores, by simulation and extrapolation.
 *
 * <p>Error in earlier scores makes students who scored low look as if they grew less and those who scored high as if they
 * grew more. Start with {@link org.iltlib.analytics.growth.measured.Simex};
 * {@link org.iltlib.analytics.growth.measured.SimexPercentiles} is what it finds, with the plain percentiles beside, and
 * {@link org.iltlib.analytics.growth.measured.RetestIntervals} tells how far a percentile would move if all tests were sat
 * again.
 *
 * <pre>{@code
 * SimexPercentiles corrected = Simex.of(List.of(gradeFiveErrors, gradeFourErrors)).of(cohort).value().orElseThrow();
 * System.out.println(corrected.plain().percentile(0) + " becomes " + corrected.percentile(0));
 * List<GroupGrowth> schools = GrowthSummary.withDefaults(policy).of(corrected.plain(), corrected.percentiles());
 * }</pre>
 *
 * <p>Sources: Cook &amp; Stefanski (1994), doi:10.1080/01621459.1994.10476871; Shang, VanIwaarden &amp; Betebenner (2015),
 * doi:10.1111/emip.12058.
 */
@NullMarked
package org.iltlib.analytics.growth.measured;

import org.jspecify.annotations.NullMarked;
