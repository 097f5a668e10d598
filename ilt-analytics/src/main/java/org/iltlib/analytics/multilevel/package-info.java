/**
 * Multilevel models: scores of students who sit in classes, with teachers, in schools, where each level has effects of
 * its own that are draws from a distribution and are shrunken accordingly.
 *
 * <p>Start with {@link org.iltlib.analytics.multilevel.MixedDesign} (the outcome, the fixed columns, the random terms),
 * {@link org.iltlib.analytics.multilevel.RandomTerm} (what varies between which groups) and {@link
 * org.iltlib.analytics.multilevel.MixedModel} (REML or maximum likelihood, the degrees of freedom, the level); the
 * result is a {@link org.iltlib.analytics.multilevel.MixedFit}.
 *
 * <pre>{@code
 * MixedDesign design = MixedDesign.of(score)
 *         .withColumn("prior", prior)
 *         .withRandom(RandomTerm.intercept("teacher", teacher))
 *         .withRandom(RandomTerm.intercept("school", school));
 * Measured<MixedFit> fit = MixedModel.withDefaults().of(design);
 * fit.value().ifPresent(found -> System.out.println(found.why()));
 * }</pre>
 *
 * <p>For outcomes that are yes or no, or so many of so many, there are {@link
 * org.iltlib.analytics.multilevel.BinomialDesign}, {@link org.iltlib.analytics.multilevel.LogisticMixedModel} and {@link
 * org.iltlib.analytics.multilevel.LogisticMixedFit}, with the same random terms.
 *
 * <p>Nested and crossed groups need no telling apart: the codes say it. A variance of zero is an answer; {@link
 * org.iltlib.analytics.multilevel.MixedFit#isSingular} reports it. A design that cannot be fitted gives {@link
 * org.iltlib.base.Measured#missing a reason}, never a number.
 */
@NullMarked
package org.iltlib.analytics.multilevel;

import org.jspecify.annotations.NullMarked;
