/**
 * Five curricula on one id: what is intended, written, taught, tested and attained, standard by standard and in time; where
 * any two of them part; and the opportunity to learn that classes had.
 *
 * <p>Start with {@link org.iltlib.analytics.coherence.Layers}, {@link
 * org.iltlib.analytics.coherence.LayerComparison} and {@link org.iltlib.analytics.coherence.OpportunityToLearn}. Shares are
 * exact; what teachers logged is shown of groups of teachers only; levels of two scales of demand are never compared; a
 * standard and its parts are the same content.
 *
 * <pre>{@code
 * CurriculumLayer taught = Layers.enacted(logs, framework.id(), today, ADULTS).value().orElseThrow();
 * CurriculumLayer tested = Layers.assessed(List.of(new AssessedOn(alignment, 1, may)), framework.id(), today);
 * LayerComparison pair = LayerComparison.between(taught, tested);
 * pair.gaps().get(0);            // 6.SP.B.5: 0 of the teaching, 1/5 of the test
 * pair.listOnlyInSecond();       // tested, not taught
 * pair.listFirstAfterSecond();   // taught after it was tested
 * }</pre>
 */
package org.iltlib.analytics.coherence;
