/**
 * What changed because of what was done: the difference that a treatment made, with its interval, by how the treatment
 * came about.
 *
 * <p>Start with {@link org.iltlib.analytics.impact.Comparison} (who was treated, within which strata, in which
 * clusters), {@link org.iltlib.analytics.impact.FixedEffectsComparison} (the effect within strata, with cluster-robust
 * errors) and {@link org.iltlib.analytics.impact.TreatmentEffect} (the result, in points and in standard deviations).
 * {@link org.iltlib.analytics.impact.RandomizationTest} asks the same question with no model at all;
 * {@link org.iltlib.analytics.impact.BaselineBalance} says whether the groups were alike to begin with. Comparisons over
 * time are in {@code impact.time}, those at a cut-off in {@code impact.cutoff}.
 *
 * <pre>{@code
 * Comparison math = Comparison.of(score, inSmallClass).within(schoolAndGrade).clusteredBy(school);
 * Measured<TreatmentEffect> effect = FixedEffectsComparison.withDefaults().of(math);
 * effect.value().ifPresent(found -> System.out.println(found.why()));
 * Measured<RandomizationResult> chance = RandomizationTest.withDefaults().withSeed(7).of(math);
 * Measured<Balance> alike = BaselineBalance.withDefaults().of(math, "free lunch", freeLunch);
 * }</pre>
 *
 * <p>A design from which nothing can be concluded (one cluster, a constant score, four students) gives
 * {@link org.iltlib.base.Measured#missing a reason}, never a number.
 */
@NullMarked
package org.iltlib.analytics.impact;

import org.jspecify.annotations.NullMarked;
