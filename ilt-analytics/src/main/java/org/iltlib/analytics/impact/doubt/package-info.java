/**
 * What could explain an effect away: something that nobody measured, clusters that were ignored, students who left, or
 * plain lack of precision.
 *
 * <p>Start with {@link org.iltlib.analytics.impact.doubt.HiddenConfounder} (how strong an unmeasured cause would have to
 * be), {@link org.iltlib.analytics.impact.doubt.RosenbaumBounds} (the same for matched pairs), {@link
 * org.iltlib.analytics.impact.doubt.ClusterCorrection} (a study that took classes for single students) and {@link
 * org.iltlib.analytics.impact.doubt.EquivalenceTest} (no difference that matters, rather than no proof of one).
 *
 * <pre>{@code
 * HiddenConfounder doubt = HiddenConfounder.of(effect);                     // a TreatmentEffect
 * doubt.robustness(1);                                                      // 0.14: what explains less than 14 % of both …
 * doubt.adjusted(Strength.of(0.02, 0.10));                                  // … leaves some of the effect
 * EValue.ofStandardized(effect.standardized()).point();
 * RosenbaumBounds.of(differences).flatMap(pairs -> pairs.tippingPoint(0.05));
 * ClusterCorrection.of(300, 300, 24, 0.20).correct(0.2, 2.449).pValue();    // 0.314
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.impact.doubt;

import org.jspecify.annotations.NullMarked;
