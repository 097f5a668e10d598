/**
 * Choosing among options: setting priorities with dots or criteria, and whatever else ends with some of the options of a
 * proposal chosen rather than with a yes or no.
 *
 * <p>Start with {@link org.iltlib.decision.options.RankedChoice}, which carries any rule of {@code choice} for one winner;
 * {@link org.iltlib.decision.options.DefaultOptionChoice}, which also tells whether the best option is acceptable; and
 * {@link org.iltlib.decision.options.DotVoting}. The outcome names the options chosen, best first, and those that are tied
 * for a place still open. What a rule leaves tied goes to the policies for ties of the context; nothing is settled in
 * silence. An option that is none makes the ballot illegal that names it.
 *
 * <pre>{@code
 * DecisionProtocol schulze = RankedChoice.of(proposal.options(), SingleWinnerRules.SCHULZE_WINNING);
 * var ballot = Ballot.of(ana, context, Position.ranking("tutoring", "phonics"));
 * Outcome outcome = schulze.decide(ballots, roll, context);
 * outcome.chosen();                                                // [tutoring]
 * outcome.tied();                                                  // []
 * }</pre>
 */
package org.iltlib.decision.options;
