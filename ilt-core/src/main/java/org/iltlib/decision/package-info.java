/**
 * What the team decides: a proposal with its options and prediction, ballots, rounds of deliberation, the outcome, and
 * the decision with the evidence as it stood, dissent and review date.
 *
 * <p>Start with {@link org.iltlib.decision.Proposal}, {@link org.iltlib.decision.DecisionProtocol} (roll, ballots and
 * context in, {@link org.iltlib.decision.Outcome} out; the protocols stand in {@code org.iltlib.decision.protocol}) and
 * {@link org.iltlib.decision.Decision}.
 *
 * <pre>{@code
 * var roll = VotingRoll.of(team);                                  // everybody present
 * var context = VotingContext.of(proposal.id(), proposal.revision());
 * var ballots = List.of(Ballot.of(ana, context, Position.fingers(4)), Ballot.of(ben, context, Position.fingers(2)));
 * Outcome outcome = Protocols.FIST_TO_FIVE_CLASSIC.decide(ballots, roll, context);
 * outcome.status();                                                // NEEDS_ROUND
 * System.out.println(outcome.explanation());                       // why, in order
 * }</pre>
 */
package org.iltlib.decision;
