/**
 * Least squares on named columns, and honest uncertainty for it: errors that go together in classes and schools, along
 * time, or along two ways at once.
 *
 * <p>Start with {@link org.iltlib.analytics.regression.Design} (outcome, columns, absorbed factors, weights, clusters),
 * {@link org.iltlib.analytics.regression.LinearRegression} (the fit, with an {@link
 * org.iltlib.analytics.regression.ErrorRule}) and {@link org.iltlib.analytics.regression.RegressionFit} (coefficients,
 * contrasts and joint tests). {@link org.iltlib.analytics.regression.WildBootstrap} is for few clusters, {@link
 * org.iltlib.analytics.regression.NeweyWest} and {@link org.iltlib.analytics.regression.PraisWinsten} are for series.
 *
 * <pre>{@code
 * Design design = Design.of("score", score).with("small class", small).with("free lunch", lunch)
 *         .absorbing("school", school).clusteredBy(teacher);
 * RegressionFit fit = LinearRegression.withDefaults().of(design).value().orElseThrow();
 * Coefficient small = fit.getCoefficient("small class");
 * Measured<JointTest> both = fit.jointTest("small class", "free lunch");
 * Measured<WildBootstrapResult> again = WildBootstrap.withDefaults().withSeed(7).of(design, "small class");
 * }</pre>
 *
 * <p>Nothing here says what caused what: that is for {@code analytics.impact}. With fewer than four degrees of freedom
 * there is a standard error and neither interval nor p-value.
 */
@NullMarked
package org.iltlib.analytics.regression;

import org.jspecify.annotations.NullMarked;
