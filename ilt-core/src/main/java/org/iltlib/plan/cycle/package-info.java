/**
 * Inquiry cycles and what gets in their way: a cycle walks through the phases of its model, its prediction is frozen once
 * doing begins, and it ends only with a decision. Barriers have an owner and an agreed time; adaptations cite them.
 *
 * <p>Start with {@link org.iltlib.plan.cycle.InquiryCycle}, {@link org.iltlib.plan.cycle.CycleCourse} and
 * {@link org.iltlib.plan.cycle.BarrierLog}.
 *
 * <pre>{@code
 * var cycle = InquiryCycle.builder().id(id).model(PhaseModel.PDSA).aim("Exit tickets on fractions reach 70 %")
 *         .addGrounds(goal.id()).on(october1).prediction(twelvePoints).build();
 * var doing = CycleStep.enter(id2, cycle, "do", october8, notes);// enters "do", shows what "plan" had to bring
 * CycleCourse course = CycleCourse.of(cycle, List.of(doing), List.of());
 * course.phase();                                          // do
 * CycleCounts.of(courses).closed();                        // closed with a decision
 * }</pre>
 */
package org.iltlib.plan.cycle;
