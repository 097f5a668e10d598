package org.iltlib.analytics.quantile;

import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * One coefficient at one quantile.
 *
 * @param name of the column; {@code (Intercept)} for the first
 * @param value how much the quantile rises when the column rises by one
 * @param estimate the value, in units of the outcome per unit of the column, with standard error and interval; missing, with the reason, if none was asked for or none
 *     can be had
 */
public record QuantileCoefficient(String name, double value, Measured<Estimate> estimate) {}
