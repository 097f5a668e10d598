package org.iltlib.analytics.impact.time;

import org.iltlib.finding.Estimate;

/**
 * An effect at a time: of event time, start or period, as the list says that it stands in.
 *
 * @param time the period less the start, the start, or the period
 * @param estimate the effect with an interval of its own
 * @param band the same with an interval that holds for all effects of the list at once
 */
public record TimedEstimate(int time, Estimate estimate, Estimate band) {}
