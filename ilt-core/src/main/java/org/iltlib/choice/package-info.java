/**
 * How preferences combine: pure mathematics on ballots. Profiles of rankings, approvals and grades, pairwise margins,
 * exact rationals, ties that are never hidden, and results that can be asked why. It knows nothing of teams.
 *
 * <p>Start with {@link org.iltlib.choice.Profile}, {@link org.iltlib.choice.Count} and
 * {@link org.iltlib.choice.TieChain}.
 *
 * <pre>{@code
 * var profile = Profile.builder(List.of("Phonics", "Tutoring", "None"))
 *         .add(Ranking.of(0, 1), 5)
 *         .add(Ranking.of(1, 2, 0), 4)
 *         .build();
 * var margins = Margins.of(profile);
 * System.out.println(margins.margin(0, 1));
 * }</pre>
 *
 * <p>No winner depends on floating point: weights are whole numbers over one common denominator, and every comparison
 * is made on integers or {@linkplain org.iltlib.choice.Rational rationals}.
 */
package org.iltlib.choice;
