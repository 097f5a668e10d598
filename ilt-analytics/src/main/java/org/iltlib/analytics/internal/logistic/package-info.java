/**
 * Logistic mixed models: the modes of the random effects by penalised Newton steps, the likelihood by Laplace's
 * approximation or adaptive Gauss–Hermite quadrature, both with exact gradients, and the climb to its top.
 */
@NullMarked
package org.iltlib.analytics.internal.logistic;

import org.jspecify.annotations.NullMarked;
