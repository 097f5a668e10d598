/**
 * Means and spreads from counts by level alone: what can be said of districts, schools or groups when only the numbers
 * below basic, basic, proficient and advanced are published.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.coarse.Hetop} (the model) and {@link
 * org.iltlib.analytics.achievement.coarse.HetopFit} (what it says).
 *
 * <pre>{@code
 * GroupLevels counts = GroupLevels.of("north", 120, 260, 410, 210)
 *         .merge(GroupLevels.of("south", 310, 330, 260, 100));
 * Measured<HetopFit> fit = Hetop.withDefaults().of(counts);
 * fit.value().map(found -> found.group("north").mean());     // in student standard deviations
 * fit.value().map(found -> found.gap("north", "south"));     // 0.62
 * }</pre>
 */
package org.iltlib.analytics.achievement.coarse;
