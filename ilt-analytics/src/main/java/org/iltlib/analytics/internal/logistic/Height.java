package org.iltlib.analytics.internal.logistic;

/**
 * An approximated log-likelihood and how it rises.
 *
 * @param value without the binomial coefficients
 * @param rows how fast it rises with the fixed part of each row
 * @param slopes how fast it rises with each place of θ
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Height(double value, double[] rows, double[] slopes) {}
