/**
 * The log of one matter: who was there, what was moved, who voted, what stood against it and what came of it, move by
 * move, so that any instant can be had again.
 *
 * <p>Start with {@link org.iltlib.decision.proceedings.Proceedings}, a list of
 * {@link org.iltlib.decision.proceedings.Move}s that refuses unlawful ones; its
 * {@link org.iltlib.decision.proceedings.ProceedingState} at an instant, as the host or as one person sees it; and
 * {@link org.iltlib.decision.proceedings.Minutes}, the same for people. A secret ballot goes in an
 * {@link org.iltlib.decision.proceedings.Envelope}.
 *
 * <pre>{@code
 * var context = VotingContext.of(proposal.id(), 1);
 * var opened = new Procedure.Opened(context, VotingRoll.of(team), Rules.of(Protocols.MAJORITY));
 * var log = Proceedings.open(EntryId.of("m1"), new Move(noon, ana, opened))
 *         .with(noon, ana, new Voting.Cast(Ballot.of(ana, context, Position.yes())))
 *         .with(noon, ben, new Voting.Cast(Ballot.of(ben, context, Position.yes())))
 *         .with(noon, ana, Procedure.Closed.openly());
 * log.outcome().orElseThrow().status();                            // adopted
 * }</pre>
 */
package org.iltlib.decision.proceedings;
