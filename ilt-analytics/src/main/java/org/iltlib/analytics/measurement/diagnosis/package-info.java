/**
 * What students have and lack, concept by concept, each with its uncertainty: diagnostic models on a Q-matrix, tracing of
 * a skill answer by answer, and plain shares for each concept.
 *
 * <p>Start with {@link org.iltlib.analytics.measurement.diagnosis.ConceptMastery} (shares with intervals; needs no model),
 * {@link org.iltlib.analytics.measurement.diagnosis.DiagnosticModel} (which combination of skills) and {@link
 * org.iltlib.analytics.measurement.diagnosis.KnowledgeTracing} (how a skill grows over answers).
 *
 * <pre>{@code
 * QMatrix q = QMatrixReader.read(stream);
 * DiagnosticFit fit = DiagnosticModel.dina().of(table, q).value().orElseThrow();
 * fit.prevalence("lexical");                                          // 0.63
 * fit.standing(0, "cohesive", StandingRule.withDefaults());           // cohesive: likely had (chance 0.94)
 * TracingFit traced = KnowledgeTracing.withDefaults().of(attempts).value().orElseThrow();
 * traced.model().start().after(true).chance();                        // after one right answer
 * }</pre>
 */
package org.iltlib.analytics.measurement.diagnosis;
