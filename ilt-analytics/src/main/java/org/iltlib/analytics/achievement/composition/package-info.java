/**
 * What part of a change is improvement and what part is that other students are counted: roll-ups that cannot mislead.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.composition.Composition} (a change, taken apart) and {@link
 * org.iltlib.analytics.achievement.composition.WorstOff} (the group that an average hides).
 *
 * <pre>{@code
 * Map<String, GroupTotal> before = Map.of("north", GroupTotal.of(100, 80), "south", GroupTotal.of(100, 40));
 * Map<String, GroupTotal> after = Map.of("north", GroupTotal.of(50, 42), "south", GroupTotal.of(150, 66));
 * CompositionResult found = Composition.withDefaults().of(before, after);
 * found.change();        // -3/50: the district fell
 * found.reversal();      // although every school rose
 * }</pre>
 */
package org.iltlib.analytics.achievement.composition;
