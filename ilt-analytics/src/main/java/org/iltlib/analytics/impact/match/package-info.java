/**
 * Fair comparisons where nobody was dealt by lot: peers found, or weights made, from what was known before the treatment
 * began. Outcomes come in last, so that nobody can choose peers by them.
 *
 * <p>Start with {@link org.iltlib.analytics.impact.match.Candidates} (who was treated, and the inputs), {@link
 * org.iltlib.analytics.impact.match.Matching} or {@link org.iltlib.analytics.impact.match.EntropyBalancing} (how they are
 * made alike), {@link org.iltlib.analytics.impact.match.BalancedGroups} (how alike they are now) and {@link
 * org.iltlib.analytics.impact.match.AverageEffect} (the difference that is left).
 *
 * <pre>{@code
 * Candidates students = Candidates.of(tutored).with("last score", before).with("absences", absences).exactly("grade", grade);
 * Measured<BalancedGroups> pairs = Matching.optimal().withCaliper(0.2).of(students);
 * pairs.value().ifPresent(found -> System.out.println(found.balance()));    // look at this before any outcome
 * Measured<TreatmentEffect> effect = pairs.flatMap(found -> AverageEffect.withDefaults().of(found, after));
 * Measured<BalancedGroups> weighted = EntropyBalancing.withDefaults().of(students);
 * }</pre>
 *
 * <p>What these methods cannot do is make up for an input that nobody measured; {@code impact.doubt} asks how strong such
 * an input would have to be.
 */
@NullMarked
package org.iltlib.analytics.impact.match;

import org.jspecify.annotations.NullMarked;
