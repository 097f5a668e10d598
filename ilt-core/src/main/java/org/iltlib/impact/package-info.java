/**
 * What changed, and how strongly that may be said: fidelity first, then a verdict, each claim with its rung.
 *
 * <p>Start with {@link org.iltlib.impact.ImpactStudy}, {@link org.iltlib.impact.ClaimRung} and
 * {@link org.iltlib.impact.Fidelity}; for the team itself with {@link org.iltlib.impact.EffectivenessReview}, for what
 * research is said to show with {@link org.iltlib.impact.ResearchClaim} and {@link org.iltlib.impact.EvidenceTier}.
 *
 * <pre>{@code
 * ClaimRung.DESCRIBED.sentence("The coaching caused the gain.");          // refused
 * Fidelity fidelity = Fidelity.builder().adherence(0.8).dosage(0.9).quality(0.7).responsiveness(0.8).reach(0.9).build();
 * boolean judge = fidelity.passes(0.6);
 * Verdict verdict = VerdictRule.withDefaults().of(effect, fidelity);
 * }</pre>
 */
package org.iltlib.impact;
