/**
 * How well an assessment measures: reliability, the accuracy of levels, the agreement of raters.
 *
 * <p>Start with {@link org.iltlib.analytics.measurement.InternalConsistency}, which gives the reliability of a table of
 * responses in the forms in use from {@link org.iltlib.analytics.measurement.ItemMoments}, sums that merge; with {@link
 * org.iltlib.analytics.measurement.Classification} for levels; and with {@link
 * org.iltlib.analytics.measurement.KappaInterval}, for more than two raters {@link
 * org.iltlib.analytics.measurement.SeveralRaters}, {@link org.iltlib.analytics.measurement.IntraclassCorrelation} and {@link
 * org.iltlib.analytics.measurement.KrippendorffAlpha}. Single items are looked at in {@code measurement.item}, their
 * fairness in {@code measurement.fairness}.
 *
 * <pre>{@code
 * ItemMoments school = ItemMoments.of(table);                  // a ResponseTable
 * ItemMoments district = school.merge(others);                 // the same bits in any order
 * ConsistencyReport found = InternalConsistency.withDefaults().of(district);
 * System.out.println(found.reliability().alpha() + " " + found.omegaTotal());
 * System.out.println(Classification.livingstonLewis(ScoreHistogram.of(table, 40), 0.85, 18, 30));
 * System.out.println(KappaInterval.withDefaults().cohen(counts));
 * }</pre>
 */
package org.iltlib.analytics.measurement;
