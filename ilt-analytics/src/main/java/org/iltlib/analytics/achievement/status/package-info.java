/**
 * Where students stand: mean, quantiles, shares by level, each with its interval, and how many of the expected students
 * were seen.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.status.StatusRule} (from counts to a reading) and {@link
 * org.iltlib.analytics.achievement.status.QuantileInterval} (a median with an exact interval).
 *
 * <pre>{@code
 * ScoreCounts scores = ScoreCounts.of(ScoreGrid.ofPoints(200, 800), 476, 494, 513, 459, 502);
 * StatusReading reading = StatusRule.withCuts(480, 500).of(scores, 6);
 * reading.mean();             // 488.8 [462.6, 515.0]
 * reading.atOrAbove().get(0); // the share at 480 or above
 * reading.coverage();         // 5 of 6
 * }</pre>
 */
package org.iltlib.analytics.achievement.status;
