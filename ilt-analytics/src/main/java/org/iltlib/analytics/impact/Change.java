package org.iltlib.analytics.impact;

import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;

/**
 * How the same students' results changed. A description: it holds no comparison, so it does not say what changed them.
 *
 * @param points the mean change, with its interval
 * @param leftOut how many students lacked one of the two results
 * @param why the same in words
 */
public record Change(Estimate points, long leftOut, Explanation why) {}
