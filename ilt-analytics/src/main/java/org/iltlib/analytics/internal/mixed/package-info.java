/**
 * Linear mixed models from cross-products: symbolic elimination, sparse and dense factors, the selected inverse, the
 * profiled criterion with its gradient, the search for its optimum, and the iterative path for designs whose factor
 * would not fit.
 */
@NullMarked
package org.iltlib.analytics.internal.mixed;

import org.jspecify.annotations.NullMarked;
