/**
 * One vote under the rules of the room: who may take part, what a ballot says, how many must be there, how many must say
 * yes and of what, and what came of it.
 *
 * <p>Start with {@link org.iltlib.decision.vote.VotingRoll} (who), {@link org.iltlib.decision.vote.VotingContext} (on
 * what, under which rules) and {@link org.iltlib.decision.vote.Outcome}. A
 * {@link org.iltlib.decision.vote.DecisionProtocol} turns ballots, roll and context into an outcome; those ready for use
 * stand in {@code org.iltlib.decision.protocol}.
 *
 * <p>What people did (who was there, stepped back, stood in, what a vote weighs) stands in the roll; what that means
 * stands in the context: whether alternates, proxies and delegations count, what a recusal does, what settles a tie. The
 * defaults are strict. A secret vote is shown through a {@link org.iltlib.decision.vote.Disclosure}.
 *
 * <pre>{@code
 * var roll = VotingRoll.of(team);                                  // everybody present
 * var context = VotingContext.of(EntryId.of("proposal"), 1);
 * var ballots = List.of(Ballot.of(ana, context, Position.yes()), Ballot.of(ben, context, Position.no()));
 * Outcome outcome = protocol.decide(ballots, roll, context);
 * outcome.status();                                                // TIED
 * }</pre>
 */
package org.iltlib.decision.vote;
