/**
 * Metrics that stay up to date: a district held as counts by class, school, district and group, so that the scores of
 * one class change them in microseconds, to the same bits as counting everything anew.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.live.LiveUnits} (who belongs to whom) and {@link
 * org.iltlib.analytics.achievement.live.LiveMeasure} (one test); {@link
 * org.iltlib.analytics.achievement.live.LiveDistrict} holds many tests and says what to draw anew.
 *
 * <pre>{@code
 * LiveUnits units = LiveUnits.of(Map.of("room 12", "north", "north", "district"));
 * LiveMeasure reading = LiveMeasure.empty(ScoreGrid.ofPoints(200, 800), List.of(480.0, 520.0), units, List.of("ses F"));
 * LiveMeasure now = reading.refresh(List.of(), List.of(new LiveScore("room 12", List.of("ses F"), 476)));
 * now.cell("district", "ses F").levels();         // [1, 0, 0]
 * now.levels("ses F", List.of("north"));          // schools by level, ready for Hetop
 * }</pre>
 */
package org.iltlib.analytics.achievement.live;
