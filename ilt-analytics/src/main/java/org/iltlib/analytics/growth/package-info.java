/**
 * How far students came from one grade to the next, in one school and in the others.
 *
 * <p>Start with {@link org.iltlib.analytics.growth.SchoolGrowth}.
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
