/**
 * Differences between groups of students, and the risk of one group beside that of the others. Tables of counts that
 * give nobody away are in {@link org.iltlib.analytics.privacy}.
 *
 * <p>Start with {@link org.iltlib.analytics.equity.GroupGap} (two groups of a school beside the same two elsewhere) and
 * {@link org.iltlib.analytics.equity.RiskRatio}.
 *
 * <pre>{@code
 * GroupGap gap = GroupGap.of("ses", "F", "N", SuppressionPolicy.NCES_2011_603);
 * Measured<GroupGap.Result> found = gap.of(table, OrgUnitId.of("51"), Subject.READING, GradeLevel.of(2));
 * }</pre>
 *
 * <p>What happens to a group more often than to others: {@link org.iltlib.analytics.equity.RiskComparison} and {@link
 * org.iltlib.analytics.equity.Disproportionality}. What it is given: {@link org.iltlib.analytics.equity.OpportunityGap} and
 * {@link org.iltlib.analytics.equity.Exposure}.
 *
 * <pre>{@code
 * RiskComparison.of(new Risk(40, 200), new Risk(75, 1_000)).ratio();     // 2.667 [1.875, 3.793] ratio (n = 1200)
 * }</pre>
 */
package org.iltlib.analytics.equity;
