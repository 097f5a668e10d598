package org.iltlib.analytics.impact.time;

import org.iltlib.finding.Estimate;

/**
 * The effect on the units of one start in one period: how much more they changed since the last period before their start
 * than the control group did.
 *
 * @param start when they started
 * @param estimate the period (negative differences of time are leads), the effect, and its band over all pairs
 */
public record GroupTimeEffect(int start, TimedEstimate estimate) {
    /** The period. */
    public int period() {
        return estimate.time();
    }

    /** The effect with an interval of its own. */
    public Estimate effect() {
        return estimate.estimate();
    }

    /** Whether the period lies before the start, so that the effect should be zero. */
    public boolean isLead() {
        return period() < start;
    }
}
