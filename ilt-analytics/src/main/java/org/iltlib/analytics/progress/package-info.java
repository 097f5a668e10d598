/**
 * Is it getting better, or is it noise? Slopes, limits, gaps on their way to a target, and how often a verdict errs.
 *
 * <p>Start with {@link org.iltlib.analytics.progress.XmrChart} and {@link org.iltlib.analytics.progress.Slopes}; {@link
 * org.iltlib.analytics.progress.GapPlan} (is a gap closing?) and {@link org.iltlib.analytics.progress.MeaningfulChange}
 * (did it last, and does it matter?). Rules that are fed week by week have rooms of their own: {@code progress.rule} for a
 * student's aim line, {@code progress.runs} for run charts, {@code progress.control} for control charts. All tell their
 * {@link org.iltlib.analytics.progress.ErrorRates} under a {@link org.iltlib.analytics.progress.Noise} of one's choice.
 *
 * <pre>{@code
 * XmrChart chart = XmrChart.of(62, 60, 65, 61, 58, 63);
 * boolean surprising = chart.isOutside(80);
 * double perWeek = Slopes.theilSen(35, 36, 38, 37);
 * Measured<GapCourse> course = GapPlan.builder().baseline(gap).since(october).deadline(june).build().of(now, march);
 * MeaningfulChange.withDefaults().of(readings);             // three in a row, and large enough to matter
 * }</pre>
 */
package org.iltlib.analytics.progress;
