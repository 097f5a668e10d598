package org.iltlib.analytics.multilevel;

import org.iltlib.finding.Estimate;

/**
 * What is predicted of one group: by how much its coefficient of a column differs from that of the average group,
 * shrunken towards zero.
 *
 * @param group the code of the group; {@code outer:inner} for one within another
 * @param column whose coefficient varies; {@code (Intercept)} for the level
 * @param estimate the prediction, its n the rows of the group; standard error and interval take fixed effects and variances
 *     as known, or as estimates, as the method says that gave it
 */
public record RandomEffect(String group, String column, Estimate estimate) {}
