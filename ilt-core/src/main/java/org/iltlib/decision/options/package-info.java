/**
 * Choosing among options: setting priorities with dots, and whatever else ends with some of the options of a proposal
 * chosen rather than with a yes or no.
 *
 * <p>Start with {@link org.iltlib.decision.options.DotVoting}. The outcome names the options chosen, best first, and
 * those that are tied for a place still open.
 *
 * <pre>{@code
 * DecisionProtocol dots = DotVoting.of(proposal.options(), 3, 2);
 * Outcome outcome = dots.decide(ballots, roll, context);
 * outcome.chosen();                                                // [phonics, tutoring]
 * }</pre>
 */
package org.iltlib.decision.options;
