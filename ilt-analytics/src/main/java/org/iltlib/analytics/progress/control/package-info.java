/**
 * Is a process still what it was? Control charts of single values and of shares, each rule with its error rates.
 *
 * <p>Start with {@link org.iltlib.analytics.progress.control.ControlRules} (single values, XmR), {@link
 * org.iltlib.analytics.progress.control.ShareChart} (shares of different totals, p and p′) and {@link
 * org.iltlib.analytics.progress.control.ControlChances} (how often they err).
 *
 * <pre>{@code
 * ControlWatch watch = ControlRules.withDefaults().of(62, 60, 65, 61, 58, 63, 66, 64, 59, 62, 61, 65);
 * List<ControlSignal> now = watch.feed(72);                 // a point outside the limits, at point 13
 * ErrorRates rates = ControlChances.of(ControlRules.withDefaults(), ControlPlan.watching(6)).rates();
 * ShareChart chart = ShareChart.of(counts, totals);         // absent students of all, week by week
 * }</pre>
 */
package org.iltlib.analytics.progress.control;
