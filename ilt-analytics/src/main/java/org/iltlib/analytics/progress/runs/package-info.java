/**
 * Points in time around a median: shifts, trends, runs and crossings, each rule with its error rates.
 *
 * <p>Start with {@link org.iltlib.analytics.progress.runs.RunRules} (Perla's or Anhøj's), {@link
 * org.iltlib.analytics.progress.runs.RunWatch} (point by point against a frozen line) and {@link
 * org.iltlib.analytics.progress.runs.RunChances} (how often they err).
 *
 * <pre>{@code
 * RunWatch watch = RunRules.perla().watch(RunRules.median(baseline));
 * for (double week : weeks) {
 *     watch.feed(week).forEach(System.out::println);     // shift, complete at point 17 (from 12)
 * }
 * System.out.println(watch.reading().explain());
 * Chance alarm = RunChances.of(RunRules.anhoj(), RunPlan.own(24)).falseAlarm();
 * }</pre>
 */
package org.iltlib.analytics.progress.runs;
