/**
 * What changed when something began: comparisons over time, each with its claim rung, its assumptions in words, and a
 * reason where nothing can be said.
 *
 * <p>Start with {@link org.iltlib.analytics.impact.time.Panel} (outcomes by unit and period, and when each unit started),
 * {@link org.iltlib.analytics.impact.time.DifferenceInDifferences} (all start together; warns with Goodman-Bacon's weights
 * if they do not) and {@link org.iltlib.analytics.impact.time.GroupTimeEffects} (staggered starts, after Callaway and
 * Sant'Anna). {@link org.iltlib.analytics.impact.time.EventStudy} shows leads and lags; {@link
 * org.iltlib.analytics.impact.time.InterruptedSeries} is for one series, or one beside a comparison.
 *
 * <pre>{@code
 * Panel panel = Panel.of(score, school, year, firstYear); // Panel.NEVER for schools that never started
 * GroupTimeResult found = GroupTimeEffects.withDefaults().withSeed(7).of(panel).value().orElseThrow();
 * System.out.println(found.overall() + " " + found.rung());
 * found.byEventTime().forEach(each -> System.out.println(each.time() + ": " + each.band()));
 * Measured<EventStudyResult> leads = EventStudy.withDefaults().of(panel);
 * Measured<SeriesChange> series = InterruptedSeries.withDefaults().of(rate, month, firstMonthAfter);
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.impact.time;

import org.jspecify.annotations.NullMarked;
