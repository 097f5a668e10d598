/**
 * How teaching grows, as visits to classes show it: of a group, and apart from who visited.
 *
 * <p>Start with {@link org.iltlib.analytics.practice.PracticeGrowth} and
 * {@link org.iltlib.analytics.practice.PracticeVisit}.
 *
 * <pre>{@code
 * List<PracticeVisit> visits = List.of(
 *         PracticeVisit.of(ana, coach, september, 2.5),
 *         PracticeVisit.of(ana, principal, may, 3.0));
 * Measured<Estimate> growth = PracticeGrowth.withDefaults().of(visits);
 * // 0.34 [0.12, 0.56] points a year (n = 41), with lenient and strict visitors set apart
 * }</pre>
 *
 * <p>What is shown is of groups. Growth is no judgment of anybody, and nothing here says which teacher grew.
 */
package org.iltlib.analytics.practice;
