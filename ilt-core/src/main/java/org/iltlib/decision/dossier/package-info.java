/**
 * The dossier of a decision: whose needs it rests on, who was asked and heard, who gains and who could lose, how far
 * members stood behind it, and what became of it.
 *
 * <p>Start with {@link org.iltlib.decision.dossier.Dossier} (all of it, with its checklist and its state on any day),
 * {@link org.iltlib.decision.dossier.Consultation} (you said, we did) and
 * {@link org.iltlib.decision.dossier.NeedPolicy} (needs of students and of teachers).
 *
 * <pre>{@code
 * Dossier dossier = DecisionRegister.of(record, Decision.KIND).dossier(decision.id());
 * dossier.quality().explanation();             // what is missing, and what would close each gap
 * dossier.affectedCoverage();                  // 3/4: parents were not heard
 * dossier.stateOn(LocalDate.of(2027, 2, 1));   // REVIEW_IS_DUE
 * NeedPolicy.BOTH_REQUIRED.of(dossier.proposal(), dossier.needs()).verdict();   // MET
 * }</pre>
 */
package org.iltlib.decision.dossier;
