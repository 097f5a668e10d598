/**
 * Ranked ballots counted in rounds as election offices count them: as they were marked, with overvotes, repeated and
 * skipped rankings and undeclared write-ins, and with every ballot that counts for nobody under its reason. Counts agree
 * round by round with those that RCTab publishes.
 *
 * <p>Start with {@link org.iltlib.choice.tabulation.MarkedBallots}, {@link org.iltlib.choice.tabulation.TabulationRules}
 * and {@link org.iltlib.choice.tabulation.RcTabConfig}.
 *
 * <pre>{@code
 * var rules = TabulationRules.builder().overvotes(Overvotes.SKIP_RANK).mostSkipped(1).build();
 * var count = rules.count(MarkedBallots.builder(List.of("Ida", "Uri", "Noor"))
 *         .add(MarkedBallot.of(0, 0, 2), 4)
 *         .add(MarkedBallot.of(1), 5)
 *         .build());
 * System.out.println(count.elected() + " " + count.why());
 * }</pre>
 */
package org.iltlib.choice.tabulation;
