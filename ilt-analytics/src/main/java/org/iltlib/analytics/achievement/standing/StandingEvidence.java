package org.iltlib.analytics.achievement.standing;

import org.iltlib.finding.Estimate;

/**
 * The numbers behind a standing.
 *
 * @param difference ours less the others', with its Welch interval
 * @param standardised the same in standard deviations, Hedges' g
 * @param adjustedP the p-value adjusted over all cells that were asked
 */
public record StandingEvidence(Estimate difference, Estimate standardised, double adjustedP) {}
