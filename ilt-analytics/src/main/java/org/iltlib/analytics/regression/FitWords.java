package org.iltlib.analytics.regression;

import java.util.List;

/**
 * What a fit says about itself.
 *
 * @param outcome what the outcome is
 * @param errors how errors are computed, in words
 * @param method the method in an {@code Estimate}
 * @param unit of the outcome
 * @param level of the intervals
 * @param clusters how many there are of each kind
 */
record FitWords(String outcome, String errors, String method, String unit, double level, List<Integer> clusters) {}
