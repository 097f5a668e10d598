package org.iltlib.analytics.achievement.peer;

import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;

/**
 * A school among its peers.
 *
 * @param difference its outcome less the mean of theirs, with the interval in which one more peer would lie
 * @param below how many peers achieved less
 * @param why in words
 */
public record PeerComparison(Estimate difference, long below, Explanation why) {}
