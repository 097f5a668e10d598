/**
 * How a subject goes on from grade to grade: what a panel says of each objective compared with the year before, how long
 * topics stay and whether they grow, and how much time major work gets.
 *
 * <p>Start with {@link org.iltlib.analytics.alignment.vertical.Articulation} for topics by grade, with {@link
 * org.iltlib.analytics.alignment.vertical.VerticalReport} for a panel's judgments, and with {@link
 * org.iltlib.analytics.alignment.vertical.CompositeMatch} to compare with a reference curriculum.
 *
 * <pre>{@code
 * Articulation fractions = Articulation.of("fractions", List.of(
 *         new TaughtTopic(GradeLevel.of(3), 1, Set.of("unit fractions")),
 *         new TaughtTopic(GradeLevel.of(5), 2, Set.of("sums", "products"))));
 * System.out.println(fractions.gap());       // 1: grade 4 is left out
 * System.out.println(fractions.reentries()); // 1
 * }</pre>
 */
package org.iltlib.analytics.alignment.vertical;
