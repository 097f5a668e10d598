/**
 * How well an assessment measures: reliability, the quality of items, the agreement of raters.
 *
 * <p>Start with {@link org.iltlib.analytics.measurement.CronbachAlpha}, {@link
 * org.iltlib.analytics.measurement.ItemAnalysis} and {@link org.iltlib.analytics.measurement.Kappa}; for more than two
 * raters, with {@link org.iltlib.analytics.measurement.IntraclassCorrelation} and {@link
 * org.iltlib.analytics.measurement.KrippendorffAlpha}.
 *
 * <pre>{@code
 * double[][] scores = ...; // a row for each student, a column for each item
 * Reliability reliability = CronbachAlpha.withDefaults().of(scores);
 * System.out.println(reliability.alpha());
 * System.out.println(reliability.standardErrorOfMeasurement());
 * ItemAnalysis.of(scores).forEach(System.out::println);
 * System.out.println(Kappa.cohen(table));
 * }</pre>
 */
package org.iltlib.analytics.measurement;
