/**
 * From professional learning to practice to outcomes: how much of an effect goes through a change that was seen on the way,
 * and whether more of it goes with more of the change.
 *
 * <p>Start with {@link org.iltlib.analytics.impact.mediate.Mediation} (the path through a mediator) and {@link
 * org.iltlib.analytics.impact.mediate.DoseResponse} (more hours, more change?).
 *
 * <pre>{@code
 * Measured<MediationEffect> path = Mediation.withDefaults().withReliability(0.72)       // of the ratings of practice
 *         .of(coached, practice, score, school);
 * path.value().ifPresent(found -> System.out.println(found.why()));
 * Measured<DoseEffect> dose = DoseResponse.withDefaults().of(hours, practiceChange, school);
 * }</pre>
 *
 * <p>With few schools there is no path to see: below ten clusters, or four degrees of freedom, the answer is {@link
 * org.iltlib.base.Measured#missing a reason}.
 */
@NullMarked
package org.iltlib.analytics.impact.mediate;

import org.jspecify.annotations.NullMarked;
