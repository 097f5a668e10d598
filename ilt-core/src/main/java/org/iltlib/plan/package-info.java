/**
 * What will be done: goals that answer needs, strategies that serve goals, and commitments that follow from decisions.
 *
 * <p>Start with {@link org.iltlib.plan.Goal}, {@link org.iltlib.plan.Commitment} and
 * {@link org.iltlib.plan.FollowThrough}.
 *
 * <pre>{@code
 * SmartReport report = SmartRule.withDefaults().withLargestGrowth(12).of(goal, today);
 * Commitment promise = Commitment.builder().id(id).decision(decision.id()).owner(ana).what("Model one lesson a week")
 *         .due(LocalDate.of(2026, 12, 18)).doneWhen("Eight lessons are in the log").build();
 * FollowThrough kept = FollowThrough.of(List.of(promise), updates, today);
 * System.out.println(kept.explanation());
 * }</pre>
 */
package org.iltlib.plan;
