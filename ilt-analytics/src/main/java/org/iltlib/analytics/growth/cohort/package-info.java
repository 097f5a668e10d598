/**
 * Scores of several years, brought into the shape that growth needs: one row a student, the newest score and those
 * before it, with an account of every row that was left out.
 *
 * <p>Start with {@link org.iltlib.analytics.growth.cohort.LongScores}, one row a student, year and subject;
 * {@link org.iltlib.analytics.growth.cohort.Progression}, the years and grades that belong together; and
 * {@link org.iltlib.analytics.growth.cohort.GrowthCohort}, what becomes of the two.
 *
 * <pre>{@code
 * LongScores scores = LongScores.builder()
 *         .add("s-001", 2024, GradeLevel.of(5), Subject.MATHEMATICS, "Maple Grove", 626)
 *         .add("s-001", 2025, GradeLevel.of(6), Subject.MATHEMATICS, "Maple Grove", 625.2)
 *         .build();
 * Progression progression = Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(6), 1);
 * System.out.println(scores.cohort(progression).intake());
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.growth.cohort;

import org.jspecify.annotations.NullMarked;
