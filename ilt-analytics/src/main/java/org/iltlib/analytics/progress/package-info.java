/**
 * Is it getting better, or is it noise? Control charts and slopes.
 *
 * <p>Start with {@link org.iltlib.analytics.progress.XmrChart} and {@link org.iltlib.analytics.progress.Slopes}.
 *
 * <pre>{@code
 * XmrChart chart = XmrChart.of(62, 60, 65, 61, 58, 63);
 * boolean surprising = chart.isOutside(80);
 * double perWeek = Slopes.theilSen(35, 36, 38, 37);
 * }</pre>
 */
package org.iltlib.analytics.progress;
