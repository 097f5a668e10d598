/**
 * Who goes with whom, at the least cost.
 *
 * <p>Start with {@link org.iltlib.analytics.matching.Assignment}.
 *
 * <pre>{@code
 * double[][] cost = {{4, 1, 3}, {2, 0, 5}};
 * Assignment best = Assignment.of(cost);
 * int mentor = best.columns().get(0);
 * boolean proven = best.isOptimalFor(cost);
 * }</pre>
 */
package org.iltlib.analytics.matching;
