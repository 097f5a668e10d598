package org.iltlib.analytics.progress.runs;

import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.base.Explanation;

/**
 * A reading, and how often such readings err.
 *
 * @param reading what the points show
 * @param rates how often these rules signal something when nothing changed, and nothing when something did
 * @param plan for which the rates hold
 */
public record RunVerdict(RunReading reading, ErrorRates rates, RunPlan plan) {
    /** In words. */
    public Explanation explain() {
        return reading.explain()
                .because(
                        "Of %d points without any change these rules signal something %s of the time.",
                        plan.points(), rates.falseAlarm())
                .because(
                        "After a change of %.2f, from point %d on, they stay silent %s of the time.",
                        plan.change(), plan.baseline() + 1, rates.miss());
    }
}
