package org.iltlib.analytics.impact.cutoff;

import org.iltlib.base.Measured;

/**
 * The jump at another bandwidth.
 *
 * @param bandwidth the bandwidth, of lines and of bias
 * @param result what came out
 */
public record SensitivityPoint(double bandwidth, Measured<DiscontinuityResult> result) {}
