/**
 * What teachers need to learn, what is offered, and how much of it arrived.
 *
 * <p>Start with {@link org.iltlib.learning.catalogue.TeacherNeed}, {@link org.iltlib.learning.catalogue.Dosage} and
 * {@link org.iltlib.learning.catalogue.ProgramReport}.
 *
 * <pre>{@code
 * need.isTriangulated();                                   // true: two independent sources say so
 * PriorityTeacherNeed.rank(needs).get(0).explanation();    // severity × reach × changeability
 * OfferingMatching.withDefaults().of(need, catalogue);     // the offerings that fit, the best first
 * Dosage dose = Dosage.of(sessions);                       // 14 contact hours on 7 dates for 9 teachers
 * dose.isSustained();                                      // true
 * ProgramReport.of(catalogue, sessions, goals).orphans();  // what is offered and serves no goal
 * }</pre>
 */
package org.iltlib.learning.catalogue;
