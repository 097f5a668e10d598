package org.iltlib.analytics.achievement.live;

import org.iltlib.analytics.achievement.composition.GroupTotal;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.merge.LevelCounts;

/**
 * What is known of one group in one unit: means, shares, gaps and V are finished from it.
 *
 * @param total how many students, and the sum of their scores in whole steps
 * @param moments count, mean and spread in points, from exact sums
 * @param levels how many stand at each level, lowest first
 */
public record LiveCell(GroupTotal total, Moments moments, LevelCounts levels) {}
