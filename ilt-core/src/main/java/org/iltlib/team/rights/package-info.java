/**
 * Who decides what, in fact: decisions held against the rights that the charter gives the team.
 *
 * <p>Start with {@link org.iltlib.team.rights.RightsReview}. What is an override, and that one must give a reason, is the
 * same for all: the team's right was to decide and another did, or another decided otherwise than the team recommended.
 *
 * <pre>{@code
 * RightsReview review = RightsReview.of(charter, uses);
 * review.listOverrides();            // counted, each with its reason
 * review.listUnexplained();          // overrides that give none
 * review.shareOfTeam();              // how many decisions the team made itself
 * }</pre>
 */
package org.iltlib.team.rights;
