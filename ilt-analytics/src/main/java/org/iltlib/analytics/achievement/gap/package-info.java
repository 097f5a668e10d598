/**
 * How far apart two groups stand, in ways that depend on the scale, on a cut, or on nothing but the order of scores.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.gap.VStatistic} (from counts, whatever the scale), {@link
 * org.iltlib.analytics.achievement.gap.RateGap} (proficiency rates, with what the cut does to them) and {@link
 * org.iltlib.analytics.achievement.gap.GapDecomposition} (within and between schools).
 *
 * <pre>{@code
 * LevelCounts ours = LevelCounts.of(120, 260, 410, 210);
 * LevelCounts theirs = LevelCounts.of(310, 330, 260, 100);
 * Measured<Estimate> v = VStatistic.withDefaults().of(ours, theirs);              // 0.573
 * Measured<Estimate> binormal = VStatistic.withDefaults().binormal(ours, theirs); // 0.619
 * RateGap proficient = RateGap.of(ours, theirs, 2);
 * }</pre>
 *
 * <p>What becomes of a gap over time is {@code finding.GapTrend} and {@code progress.GapPlan}; a line through more than
 * two readings is {@link org.iltlib.analytics.achievement.gap.GapLine}.
 */
package org.iltlib.analytics.achievement.gap;
