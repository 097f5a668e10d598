/**
 * Quantile regression: how any quantile of an outcome, not its mean alone, goes with other columns; exact, and proved.
 *
 * <p>Start with {@link org.iltlib.analytics.quantile.QuantileRegression} (options, then fit), {@link
 * org.iltlib.analytics.quantile.QuantileFit} (one quantile) and {@link org.iltlib.analytics.quantile.FitCertificate} (the
 * proof that no other coefficients fit better).
 *
 * <pre>{@code
 * Measured<QuantileModel> model = QuantileRegression.withDefaults()
 *         .withTaus(0.1, 0.5, 0.9)
 *         .withErrors(QuantileErrors.NID)
 *         .of(score, List.of("prior"), List.of(prior));
 * QuantileFit median = model.value().orElseThrow().fit(0.5);
 * double gap = median.certificate().gap();
 * }</pre>
 *
 * <p>A fit is a vertex: it passes exactly through as many rows as there are coefficients, and a dual solution proves it
 * best. Where several vertices are equally good, one is given by a fixed rule (the best for outcomes that are shaken by
 * less than a thousand-millionth of their range); compare objectives there, not coefficients.
 */
@NullMarked
package org.iltlib.analytics.quantile;

import org.jspecify.annotations.NullMarked;
