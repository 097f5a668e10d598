package org.iltlib.analytics.regression;

/**
 * A regression whose errors may go together along time.
 *
 * @param fit the coefficients with their errors
 * @param autocorrelation the share ρ of an error that is left in the next: Σe_t·e_{t−1}/Σe²_{t−1}, of the residuals of
 *     ordinary least squares, or after the last step of the iteration
 * @param durbinWatson Σ(e_t − e_{t−1})²/Σe_t² of the residuals of ordinary least squares: near 2 without autocorrelation,
 *     below where neighbours resemble each other
 */
public record SerialFit(RegressionFit fit, double autocorrelation, double durbinWatson) {}
