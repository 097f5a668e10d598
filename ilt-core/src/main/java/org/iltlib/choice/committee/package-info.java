/**
 * Several winners: committees from approval ballots, and seats filled from rankings by single transferable vote.
 *
 * <p>Start with {@link org.iltlib.choice.committee.CommitteeRules}, {@link org.iltlib.choice.committee.TransferableVote}
 * and {@link org.iltlib.choice.committee.Representation}.
 *
 * <pre>{@code
 * CommitteeCount count = CommitteeRules.PAV.count(approvals, 3);
 * for (List<Integer> committee : count.committees()) {
 *     System.out.println(committee + " " + Representation.findUnjustified(approvals, committee));
 * }
 * SeatCount seats = TransferableVote.scottish().count(profile, 5);
 * System.out.println(seats.electedNames());
 * }</pre>
 */
package org.iltlib.choice.committee;
