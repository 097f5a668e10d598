/**
 * Does a student grow fast enough? Rules that compare probes with an aim line, each with its error rates.
 *
 * <p>Start with {@link org.iltlib.analytics.progress.rule.ProgressPolicy} (a series becomes a verdict), {@link
 * org.iltlib.analytics.progress.rule.ProgressRules} (the rules in use) and {@link
 * org.iltlib.analytics.progress.rule.RuleChances} (how often a rule errs before anybody uses it).
 *
 * <pre>{@code
 * ProgressMonitor monitor = ProgressPolicy.withDefaults().monitor(series);
 * Measured<Advice> now = monitor.feed(Probe.of(today, 41));           // asks the rule at once
 * Measured<ProgressVerdict> verdict = monitor.verdict(Measured.of(0.8));
 * PhaseLine line = verdict.value().orElseThrow().confirm(principal, tomorrow, "Smaller group");
 * RuleChances.of(ProgressRules.FOUR_IN_A_ROW, plan).falseAlarm();     // before anybody uses it
 * }</pre>
 */
package org.iltlib.analytics.progress.rule;
