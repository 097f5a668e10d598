/**
 * How far students came from one grade to the next, in one school and in the others.
 *
 * <p>Start with {@link org.iltlib.analytics.growth.SchoolGrowth}. Growth percentiles of students stand in rooms of their
 * own: {@code growth.cohort} brings scores into shape, {@code growth.percentile} fits and scores, {@code growth.summary}
 * tells of schools, {@code growth.projection} of the years to come, {@code growth.measured} corrects for error.
 *
 * <pre>{@code
 * List<SchoolGrowth.Cell> cells = SchoolGrowth.withDefaults(SuppressionPolicy.NCES_2011_603)
 *         .of(table, OrgUnitId.of("51"));
 * for (SchoolGrowth.Cell cell : cells) {
 *     System.out.println(cell.subject() + " to " + cell.to() + ": " + cell.result());
 * }
 * }</pre>
 */
package org.iltlib.analytics.growth;
