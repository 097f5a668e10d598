/**
 * Exact curves of several quantiles that nowhere cross, fitted together and proved best.
 *
 * <pre>{@code
 * SplineDesign design = SplineDesign.of(outcome, priors, splines);
 * JointProcess process = JointQuantiles.of(design, taus, Runnable::run);
 * if (process.certified()) {
 *     double[] median = process.coefficients(50);
 *     double most = process.gap();
 * }
 * }</pre>
 *
 * <p>"Nowhere" means at every combination of the priors' seen scores, whether or not one student had them all. The curves are sums of one function a
 * prior, so the smallest difference of two is that of the intercepts and the smallest difference of each prior's
 * function: one condition a score instead of one a combination.
 *
 * <p>The method is a primal–dual interior-point method on all quantiles at once. A row touches one quantile, a condition
 * two neighbours; so each round costs one sparse Gram a quantile and one Cholesky factor of a chain of blocks. What
 * remains of the rows is a band about each curve.
 */
@NullMarked
package org.iltlib.analytics.internal.joint;

import org.jspecify.annotations.NullMarked;
