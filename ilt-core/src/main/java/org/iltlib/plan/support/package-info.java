/**
 * Support for students beyond the core: who needs it, the intervention with its rules of entry and exit, what was
 * delivered of what was planned, and what to do next. Rules are data, and delivery is looked at before progress. Students
 * stand here under pseudonymous ids, each with what they do well. What was made to learn with stands here too: {@link
 * org.iltlib.plan.support.LearningResource}, and in the {@link org.iltlib.plan.support.ResourceLedger} what became of it.
 *
 * <p>Start with {@link org.iltlib.plan.support.Intervention}, {@link org.iltlib.plan.support.SupportRule} and
 * {@link org.iltlib.plan.support.NextStep}.
 *
 * <pre>{@code
 * SupportRule entry = SupportRule.all(Criterion.below("words-per-minute", new BigDecimal("60"), 2));
 * entry.of(readings).answer();                       // MET, NOT_MET or NOT_KNOWN, with the reason
 * Delivery delivery = Delivery.of(intervention, weeks, today);
 * NextStep.Advice advice = NextStep.withDefaults().of(delivery.share(), exit.of(readings), Progress.TOO_SLOW);
 * System.out.println(advice.explanation());          // Fix delivery first: 45 % of what was planned …
 * }</pre>
 */
package org.iltlib.plan.support;
