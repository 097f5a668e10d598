/**
 * The improvement plan of several years, from needs through goals and strategies to actions, money and measures: its
 * versions and what changed between them, its adoption and reviews, what hangs in the air at every edge, and how a goal
 * goes down from district to school to team.
 *
 * <p>Start with {@link org.iltlib.plan.improvement.ImprovementPlan}, {@link org.iltlib.plan.improvement.PlanContents} and
 * {@link org.iltlib.plan.improvement.GoalCascade}.
 *
 * <pre>{@code
 * ImprovementPlan plan = ImprovementPlan.builder().id(id).title("Every child reads").unit(school)
 *         .addYears(new PlanYear(year, List.of(reading.id()))).addGoals(reading.id()).addNeeds(need.id()).build();
 * PlanContents contents = PlanContents.builder().addNeeds(need).addGoals(reading).addStrategies(groups).build();
 * contents.orphans().explanation();            // needs without goals, goals without needs, strategies without actions …
 * System.out.println(PlanDiff.between(plan, next, contents));
 * }</pre>
 */
package org.iltlib.plan.improvement;
