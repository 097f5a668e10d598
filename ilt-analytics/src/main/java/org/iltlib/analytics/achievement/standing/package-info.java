/**
 * Strengths and weaknesses by standard, grade and group, and whether every grade has something to show.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.standing.StandingRule} (when a difference counts) and {@link
 * org.iltlib.analytics.achievement.standing.GradeCompleteness} (who has no strength named).
 *
 * <pre>{@code
 * StandingCell cell = new StandingCell(Topic.of(Subject.MATHEMATICS, StandardId.of("5.NF.A.1")), GradeLevel.of(5),
 *         Optional.empty());
 * List<StandingReading> readings = StandingRule.of(policy).of(List.of(new Contrast(cell, ours, theirs)));
 * FindingSummary summary = StandingRule.summary(readings, EntryId.of("f"), EntryId.of("dataset-1"));
 * }</pre>
 */
package org.iltlib.analytics.achievement.standing;
