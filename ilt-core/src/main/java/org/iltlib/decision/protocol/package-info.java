/**
 * How a team counts: ways to get from ballots to an outcome.
 *
 * <p>Start with {@link org.iltlib.decision.protocol.Protocols}, which has the usual ones ready. Contested scales have no
 * default: fist to five comes only with named semantics, because the same five hands adopt under one reading and call
 * for another round under the other.
 *
 * <p>{@link org.iltlib.decision.protocol.Protocols#form()} writes and reads every protocol of the library, those among
 * options included.
 *
 * <p>{@link org.iltlib.decision.protocol.PrincipalReserved} leaves the decision to the principal, who owes the team a
 * reason for another one than it recommends. Choosing among several options stands in {@code org.iltlib.decision.options}.
 *
 * <pre>{@code
 * DecisionProtocol classic = Protocols.FIST_TO_FIVE_CLASSIC;
 * DecisionProtocol bylaws = Majority.of(Threshold.of(Minimum.atLeast(Fraction.percent(80)), Threshold.Base.CAST));
 * Outcome outcome = classic.decide(ballots, roll, context);
 * if (outcome.status() == Outcome.Status.NEEDS_ROUND) {
 *     outcome.nextStep().ifPresent(System.out::println);     // hear the concerns, amend, vote again
 * }
 * }</pre>
 */
package org.iltlib.decision.protocol;
