/**
 * One winner from many ballots: rules by places, by majorities, by elimination and by grades. Each is documented with
 * its definition, its ties and its axioms, and each returns every winner that it cannot separate.
 *
 * <p>Start with {@link org.iltlib.choice.single.SingleWinnerRules}, {@link org.iltlib.choice.single.InstantRunoff} and
 * {@link org.iltlib.choice.single.GradeRules}.
 *
 * <pre>{@code
 * Count count = SingleWinnerRules.SCHULZE_MARGINS.count(profile);
 * System.out.println(count.winnerNames() + " because " + count.why());
 * Count one = count.settled(TieChain.of(TieBreaks.lot("agreed on Monday")), profile);
 * for (SingleWinnerRule rule : SingleWinnerRules.all()) {
 *     System.out.println(rule.count(profile));
 * }
 * }</pre>
 */
package org.iltlib.choice.single;
