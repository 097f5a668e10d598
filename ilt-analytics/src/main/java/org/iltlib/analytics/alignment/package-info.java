/**
 * How well assessment, teaching and standards agree: coverage, Webb's four criteria, the Porter index and what chance gives,
 * the coherence of what is intended, taught and assessed, and what is needed before what. All arithmetic that decides is
 * exact, so that a value on a cut-off falls on the right side of it.
 *
 * <p>Start with {@link org.iltlib.analytics.alignment.Coverage}, {@link org.iltlib.analytics.alignment.WebbCriteria} and
 * {@link org.iltlib.analytics.alignment.PorterIndex}; for figures beside the agreement of the raters, with {@link
 * org.iltlib.analytics.alignment.panel}; for what is needed before what, with {@link
 * org.iltlib.analytics.alignment.PrerequisiteGraph}.
 *
 * <pre>{@code
 * Coverage reading = Coverage.of(framework, GradeLevel.of(3), List.of(alignment));
 * System.out.println(reading.share());      // 7/10
 * System.out.println(reading.unaligned());  // items that ask for nothing in the framework
 * System.out.println(WebbCriteria.balance(List.of(4, 3, 2, 1))); // 4/5
 * System.out.println(Coherence.of(intended, taught, assessed).weakest());
 * System.out.println(PorterChance.seeded(7).of(new PorterNull.UniformItems(20, 90, 90), index).explanation());
 * }</pre>
 */
package org.iltlib.analytics.alignment;
