/**
 * What a practice looks like in class, who does it how far, and whether it holds.
 *
 * <p>Start with {@link org.iltlib.learning.practice.PracticeProfile} and its templates in
 * {@link org.iltlib.learning.practice.PracticeProfiles}, {@link org.iltlib.learning.practice.ProfileReading} and
 * {@link org.iltlib.learning.practice.LevelOfUse}.
 *
 * <pre>{@code
 * PracticeProfile profile = PracticeProfiles.DIFFERENTIATED_INSTRUCTION;
 * reading.ideal();                                          // 3 of 5 components as they should be
 * ProfileMovement.of(profile, before, after, 5);            // who moved how, for a group of five or more
 * LevelsOfUse.of(levels, 5).map(LevelsOfUse::users);        // 14 of 20 use it
 * DriftAlert.withDefaults().of(profile, waves);             // components that were there and are slipping
 * profile.evidenceTier();                                   // Optional[3]
 * }</pre>
 *
 * <p>Everything of one person serves growth only; what is shown to others is of groups.
 */
package org.iltlib.learning.practice;
