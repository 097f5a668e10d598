package org.iltlib.analytics.achievement.standing;

import org.iltlib.analytics.stats.Moments;

/**
 * The school's students beside those with whom they are compared.
 *
 * @param cell of what and of whom
 * @param ours the school's scores
 * @param others the scores of the others
 */
public record Contrast(StandingCell cell, Moments ours, Moments others) {}
