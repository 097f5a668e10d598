/**
 * Who works with whom: whether teachers are alone, where a school hangs together by one thread, and how much time is
 * kept for working together.
 *
 * <p>Start with {@link org.iltlib.analytics.collaboration.CollaborationGraph},
 * {@link org.iltlib.analytics.collaboration.Tie} and {@link org.iltlib.analytics.collaboration.ProtectedTime}.
 *
 * <pre>{@code
 * ties.addAll(Ties.of(meeting));             // and of coaching, visits, mentoring, planning
 * CollaborationGraph graph = CollaborationGraph.of(departmentOf, ties);
 * graph.isolates();                          // 3 of 41 work with nobody
 * graph.byDepartment(5).get("grade 5");      // people, density, isolates; withheld for fewer than five
 * graph.departmentsOnOneThread(5);           // departments that a single tie holds together
 * graph.findOwnView(ana, ana);               // for Ana, of Ana
 * graph.findOwnView(ana, principal);         // Optional.empty
 * ProtectedTime.promising(45).of(slots, term);
 * }</pre>
 *
 * <p>Nothing public names a person to anybody but that person: it would feel like surveillance, and then nobody writes
 * down that they met.
 */
package org.iltlib.analytics.collaboration;
