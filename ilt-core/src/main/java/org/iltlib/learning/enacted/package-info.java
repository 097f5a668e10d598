/**
 * What was taught in a class: logs of days, and how far the units have come. It is data on an adult's work, kept for
 * growth and for figures of groups; no evaluation can be made from it.
 *
 * <p>Start with {@link org.iltlib.learning.enacted.LogSample} (on which days to log), {@link
 * org.iltlib.learning.enacted.TeachingLog}, {@link org.iltlib.learning.enacted.PacingLog} and {@link
 * org.iltlib.learning.enacted.Pacing}, which puts plan and progress together.
 *
 * <pre>{@code
 * LogSample days = LogSample.draw(EntryId.of("log-days"), calendar, 7, LogSample.USUAL_DAYS); // 20 days by chance
 * Pacing pacing = Pacing.of(course, calendar, plan, log, LocalDate.of(2027, 1, 15));
 * pacing.getUnit("ratios").lag();      // 6 days behind
 * pacing.listNeverReached();           // standards of units not begun
 * }</pre>
 */
package org.iltlib.learning.enacted;
