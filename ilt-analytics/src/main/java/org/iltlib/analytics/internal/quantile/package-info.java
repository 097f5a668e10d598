/**
 * Exact quantile regression by many quantiles at once: designs kept as small tables, the fit of each quantile warm from
 * its neighbour, and a certificate for each.
 */
@NullMarked
package org.iltlib.analytics.internal.quantile;

import org.jspecify.annotations.NullMarked;
