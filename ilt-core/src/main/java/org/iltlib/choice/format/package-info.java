/**
 * The files in which ballots travel: PrefLib, BLT, Pabulib, the Condorcet Election Format and
 * RCTab's generic CSV, read and written. A broken file
 * gives a {@link org.iltlib.choice.format.FormatException} that names the line.
 *
 * <p>Start with {@link org.iltlib.choice.format.PrefLib} and {@link org.iltlib.choice.format.Blt}.
 *
 * <pre>{@code
 * try (InputStream in = Files.newInputStream(path)) {
 *     RankedElection election = PrefLib.read(in);
 *     System.out.println(Margins.of(election.profile()));
 * }
 * }</pre>
 */
package org.iltlib.choice.format;
