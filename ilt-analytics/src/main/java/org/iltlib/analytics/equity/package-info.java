/**
 * Differences between groups of students, and tables of counts that give nobody away.
 *
 * <p>Start with {@link org.iltlib.analytics.equity.GroupGap} (two groups of a school beside the same two elsewhere) and
 * {@link org.iltlib.analytics.equity.TableSuppression} (a table with margins, safe to publish).
 *
 * <pre>{@code
 * GroupGap gap = GroupGap.of("ses", "F", "N", SuppressionPolicy.NCES_2011_603);
 * Measured<GroupGap.Result> found = gap.of(table, OrgUnitId.of("51"), Subject.READING, GradeLevel.of(2));
 *
 * SafeTable table = TableSuppression.of(policy).protect(new long[][] {{12, 58}, {7, 61}, {14, 50}});
 * }</pre>
 */
package org.iltlib.analytics.equity;
