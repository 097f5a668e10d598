/**
 * Exact quantile regression by many quantiles at once: designs kept as small tables, the fit of each quantile warm from
 * its neighbour, and a certificate for each.
 *
 * <p>Start with {@link org.iltlib.analytics.internal.quantile.SplineQuantiles} (splines of scores) and {@link
 * org.iltlib.analytics.internal.quantile.DenseQuantiles} (any columns).
 *
 * <p>From one quantile to the next: rows far from the last fit keep their sides and stand by as one sum; among the near
 * ones Newton steps on a check function with a rounded corner lead close; among the few nearest, exchanges of a simplex
 * reach the best vertex; then one pass over all rows confirms the sides, and another writes the certificate. A pass over
 * the rows of splines costs one look-up a prior, so that most of the time goes into Newton's matrices for ten thousand
 * rows and into the passes for a million. Outcomes are shaken by less than a thousand-millionth of their range, which
 * makes the vertex unique and therefore independent of the way to it; the certificate is for the outcomes themselves.
 */
@NullMarked
package org.iltlib.analytics.internal.quantile;

import org.jspecify.annotations.NullMarked;
