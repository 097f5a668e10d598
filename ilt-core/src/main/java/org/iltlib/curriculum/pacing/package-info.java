/**
 * When what is taught: the days on which there is school, the days planned for each unit, and whether what is needed
 * first comes first.
 *
 * <p>Start with {@link org.iltlib.curriculum.pacing.SchoolCalendar}, {@link
 * org.iltlib.curriculum.pacing.PacingCalendar} and {@link org.iltlib.curriculum.pacing.TeachingOrder}. What a class has
 * come to is data on an adult's work, and stands behind the wall of growth: {@code org.iltlib.learning.enacted}.
 *
 * <pre>{@code
 * PacingCalendar pacing = PacingCalendar.inOrder(EntryId.of("pacing-math-6"), course, year);
 * pacing.fits(year);                                     // false: 184 days planned, 178 there
 * pacing.window("ratios", year);                         // 2026-10-05 to 2026-11-13
 * TeachingOrder.of(course).listViolations(Precedence.listOf(framework)); // what comes before what it needs
 * }</pre>
 */
package org.iltlib.curriculum.pacing;
