/**
 * What a progression means for teaching: courses that teach things before what they need, subjects that wait for each
 * other, what to go back to after a weak result, and whether the students who come in are ready.
 *
 * <p>Start with {@link org.iltlib.analytics.alignment.PrerequisiteGraph}, then {@link
 * org.iltlib.analytics.alignment.progression.Pacing}, {@link org.iltlib.analytics.alignment.progression.BackReach} and
 * {@link org.iltlib.analytics.alignment.progression.TransitionReadiness}.
 *
 * <pre>{@code
 * PrerequisiteGraph graph = PrerequisiteGraph.of(standards, steps).withParts(wholes);
 * Pacing year = Pacing.of(courses);
 * year.listConflicts(graph).forEach(System.out::println);   // 6.RP.A.1 is taught 20 days after 6.RP.A.2 needs it
 * year.listRepeats().forEach(System.out::println);
 * BackReach.of(graph, weak, gradeOf, results).steps().stream().limit(5).forEach(System.out::println);
 * }</pre>
 */
package org.iltlib.analytics.alignment.progression;
