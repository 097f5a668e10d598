/**
 * Who speaks, how evenly, and whether chance alone would look the same.
 *
 * <p>Start with {@link org.iltlib.analytics.participation.Turns} and
 * {@link org.iltlib.analytics.participation.ChanceBand}.
 *
 * <pre>{@code
 * Turns turns = Turns.of(22, 12, 14, 6, 8, 7, 9, 4, 3, 5);
 * double gini = turns.gini();                             // 0.3178
 * ChanceBand band = ChanceBand.simulate(10, 90, 20_000, 7L);
 * boolean uneven = gini > band.high();
 * }</pre>
 */
package org.iltlib.analytics.participation;
