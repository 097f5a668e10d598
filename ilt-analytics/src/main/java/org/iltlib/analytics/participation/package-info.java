/**
 * Who speaks, how evenly, and whether chance alone would look the same.
 *
 * <p>Start with {@link org.iltlib.analytics.participation.VoiceReview} (some meetings as a whole), {@link
 * org.iltlib.analytics.participation.Voices} (groups beside chance; a member's number only to that
 * member), {@link org.iltlib.analytics.participation.Turns} with {@link org.iltlib.analytics.participation.ChanceBand},
 * and {@link org.iltlib.analytics.participation.FollowThroughByCommitment} (do those keep more who stood behind it?).
 *
 * <pre>{@code
 * Turns turns = Turns.of(22, 12, 14, 6, 8, 7, 9, 4, 3, 5);
 * double gini = turns.gini();                             // 0.3178
 * ChanceBand band = ChanceBand.simulate(10, 90, 20_000, 7L);
 * boolean uneven = gini > band.high();
 * Voices.of(counts).byGroup(roles);                       // each role's share, with what chance would bring
 * }</pre>
 */
package org.iltlib.analytics.participation;
