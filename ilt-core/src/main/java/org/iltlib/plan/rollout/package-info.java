/**
 * Bringing something new into use: whether it is practical, who begins when, what must be ready, and how far each cohort is.
 *
 * <p>Start with {@link org.iltlib.plan.rollout.FeasibilityRating}, {@link org.iltlib.plan.rollout.RolloutPlan} and
 * {@link org.iltlib.plan.rollout.Rollout}, which puts a plan and its readings together.
 *
 * <pre>{@code
 * Rollout rollout = Rollout.of(plan, readings);
 * rollout.stage("first schools", day);        // initial: 9 of 24 use it as it is meant
 * rollout.listNotReady("second schools", day); // [materials in hand]
 * System.out.println(rollout.explain(day));
 * }</pre>
 */
package org.iltlib.plan.rollout;
