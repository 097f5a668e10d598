/**
 * Whether professional learning was worth it: five levels of evidence, from how it was received to what students gained.
 * What is judged here is the learning, never a person.
 *
 * <p>Start with {@link org.iltlib.learning.evaluation.LearningEvaluationPlan},
 * {@link org.iltlib.learning.evaluation.LearningEvaluation} and
 * {@link org.iltlib.learning.evaluation.SkillMovement}.
 *
 * <pre>{@code
 * plan.next();                                  // Optional[USE]: after the student outcomes comes what teachers do
 * evaluation.state();                           // Incomplete(level 4)
 * evaluation.findHighestWithoutGap();           // Optional[ORGANISATION]
 * evaluation.unkept(plan);                      // the levels that were planned and have no evidence
 * SkillMovement.of(before, 5).map(SkillMovement::up);
 * evaluation.adjustment().orElseThrow().reason();
 * }</pre>
 *
 * <p>Source of the five levels: T. R. Guskey, Evaluating Professional Development (2000).
 */
package org.iltlib.learning.evaluation;
