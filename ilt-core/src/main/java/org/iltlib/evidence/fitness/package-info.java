/**
 * What an assessment may be used for. Validity belongs to a use, not to a test: the same scores may be good enough to
 * plan next week's lessons and not good enough to place a child (commonly told after the Standards for Educational and
 * Psychological Testing, AERA, APA and NCME, 2014, chapters 1, 2 and 5).
 *
 * <p>Start with {@link org.iltlib.evidence.fitness.FitnessStatement} (what is known of an assessment's quality),
 * {@link org.iltlib.evidence.fitness.FitnessPolicy} (what each use demands, as data) and
 * {@link org.iltlib.evidence.fitness.AssessmentUse}.
 *
 * <pre>{@code
 * FitnessStatement statement = FitnessStatement.builder().id(id).assessment(unitTest.id()).on(day)
 *         .policy(FitnessPolicy.CONVENTION)
 *         .addFigures(QualityFigure.of(QualityAspect.RELIABILITY, "0.78", 68, "coefficient alpha, May"))
 *         .build();
 * statement.verdict(AssessmentUse.PLAN_INSTRUCTION);       // supported: reliability 0.78, at least 0.70
 * statement.verdict(AssessmentUse.PLACE);                  // not supported: reliability 0.78, expected 0.90 …
 * }</pre>
 */
package org.iltlib.evidence.fitness;
