/**
 * Where a school's students stand: means by grade, subject and group beside the other schools, strengths and
 * weaknesses.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.SchoolComparison} (one school against the others) and {@link
 * org.iltlib.analytics.achievement.ScoreBreakdown} (means of everybody by grade and group).
 *
 * <pre>{@code
 * List<SchoolComparison.Cell> cells = SchoolComparison.withDefaults(SuppressionPolicy.NCES_2011_603)
 *         .withGroups(List.of("ses")).of(table, OrgUnitId.of("51"));
 * for (SchoolComparison.Cell cell : cells) {
 *     System.out.println(cell.label() + ": " + cell.result());
 * }
 * }</pre>
 */
package org.iltlib.analytics.achievement;
