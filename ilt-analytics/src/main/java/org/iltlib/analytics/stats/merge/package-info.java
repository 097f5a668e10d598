/**
 * Summaries that merge: parts may be summarised apart, in any order and any shape, and give the same bits as one pass.
 *
 * <p>Start with {@link org.iltlib.analytics.stats.merge.Summary} (the law), {@link
 * org.iltlib.analytics.stats.merge.ScoreCounts} (scores on a grid) and {@link
 * org.iltlib.analytics.stats.merge.GroupLevels} (groups by proficiency level).
 *
 * <pre>{@code
 * ScoreGrid grid = ScoreGrid.ofPoints(200, 800);
 * ScoreCounts north = ScoreCounts.of(grid, 476, 494, 513);
 * ScoreCounts south = ScoreCounts.of(grid, 459, 502);
 * ScoreCounts both = north.merge(south);
 * Measured<Estimate> mean = MeanInterval.withDefaults().of(both.moments());
 * ScoreCounts corrected = both.less(ScoreCounts.of(grid, 459)).merge(ScoreCounts.of(grid, 495));
 * }</pre>
 */
package org.iltlib.analytics.stats.merge;
