/**
 * The statistics that every other room uses: means, differences, shares and lines, each with its interval.
 *
 * <p>Start with {@link org.iltlib.analytics.stats.Moments} (a summary that merges), {@link
 * org.iltlib.analytics.stats.WelchTest} (two groups) and {@link org.iltlib.analytics.stats.WilsonInterval} (a share).
 *
 * <pre>{@code
 * Moments ours = Moments.of(476, 494, 513, 459);
 * Moments theirs = Moments.of(502, 510, 489);
 * Measured<Estimate> mean = MeanInterval.withDefaults().withLevel(0.9).of(ours);
 * Measured<WelchTest.Result> difference = WelchTest.withDefaults().of(ours, theirs);
 * }</pre>
 */
package org.iltlib.analytics.stats;
