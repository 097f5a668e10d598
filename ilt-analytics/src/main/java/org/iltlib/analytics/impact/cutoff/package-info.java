/**
 * What a cut-off did: students just below a score against students just above it, where the score alone decided who got
 * something.
 *
 * <p>Start with {@link org.iltlib.analytics.impact.cutoff.RegressionDiscontinuity} (local lines on either side, the
 * bandwidth given or chosen, a robust bias-corrected interval) and {@link
 * org.iltlib.analytics.impact.cutoff.DiscontinuityResult}. {@link org.iltlib.analytics.impact.cutoff.DensityCheck} asks
 * whether scores were nudged over the cut-off, {@link org.iltlib.analytics.impact.cutoff.ContinuityCheck} whether anything
 * fixed beforehand jumps there too.
 *
 * <pre>{@code
 * RegressionDiscontinuity design = RegressionDiscontinuity.at(40).treatedBelow();
 * DiscontinuityResult found = design.of(autumnScore, springScore).value().orElseThrow();
 * System.out.println(found.robust() + " " + found.rung());
 * Measured<DensityResult> nudged = DensityCheck.at(40).withBin(1).of(autumnScore);
 * List<ContinuityCheck> others = ContinuityCheck.of(design, autumnScore, Map.of("age", age, "lunch", lunch));
 * List<SensitivityPoint> widths = design.atBandwidths(autumnScore, springScore, 3, 5, 8, 12);
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.impact.cutoff;

import org.jspecify.annotations.NullMarked;
