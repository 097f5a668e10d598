/**
 * What the team decides: a proposal with its options and prediction, rounds of deliberation, and the decision with the
 * evidence as it stood, dissent and review date.
 *
 * <p>Start with {@link org.iltlib.decision.Proposal}, {@link org.iltlib.decision.Deliberation} and
 * {@link org.iltlib.decision.Decision}. How one vote is taken stands in {@code org.iltlib.decision.vote}, how ballots are
 * counted in {@code org.iltlib.decision.protocol}, how votes follow one another in {@code org.iltlib.decision.ladder}, and
 * who was heard, who could lose and what became of it in {@code org.iltlib.decision.dossier}.
 *
 * <pre>{@code
 * var context = VotingContext.of(proposal.id(), proposal.revision());
 * Outcome outcome = Protocols.FIST_TO_FIVE_CLASSIC.decide(ballots, VotingRoll.of(team), context);
 * Decision decision = Decision.builder().id(EntryId.of("d1")).proposal(proposal.id())
 *         .chosen(proposal.getOption(proposal.proposed())).outcome(outcome).snapshot(snapshot)
 *         .decidedOn(today).reviewOn(today.plusMonths(6)).owner(ana).build();
 * System.out.println(decision.outcome().explanation());            // why, in order
 * }</pre>
 */
package org.iltlib.decision;
