package org.iltlib.analytics.impact.cutoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.stats.Adjustment;
import org.iltlib.base.Measured;

/**
 * Whether something that was fixed before the cut-off could do anything, such as age or free lunch, jumps at it. If it
 * does, those just above are not like those just below, and the jump of the outcome is not the treatment's alone.
 *
 * @param name what it is
 * @param jump its jump
 * @param adjusted the p-value of no jump, adjusted by Holm for having asked about several; missing where the jump is
 */
public record ContinuityCheck(String name, Measured<DiscontinuityResult> jump, Measured<Double> adjusted) {
    /**
     * The checks, by name. Each has a bandwidth of its own unless the design has one.
     *
     * @param design the cut-off and its options
     * @param score one number a row
     * @param covariates one value a row each, {@code NaN} where unknown
     * @throws IllegalArgumentException if the lengths differ
     */
    public static List<ContinuityCheck> of(
            RegressionDiscontinuity design, double[] score, Map<String, double[]> covariates) {
        Map<String, Measured<DiscontinuityResult>> jumps = new TreeMap<>();
        new TreeMap<>(covariates).forEach((name, values) -> jumps.put(name, design.of(score, values)));
        double[] raw = jumps.values().stream()
                .flatMap(jump -> jump.value().stream())
                .mapToDouble(DiscontinuityResult::pValue)
                .toArray();
        double[] adjusted = Adjustment.HOLM.adjust(raw);
        List<ContinuityCheck> checks = new ArrayList<>();
        int next = 0;
        for (Map.Entry<String, Measured<DiscontinuityResult>> entry : jumps.entrySet()) {
            double p = entry.getValue().isReported() ? adjusted[next++] : 0;
            checks.add(new ContinuityCheck(
                    entry.getKey(), entry.getValue(), entry.getValue().map(any -> p)));
        }
        return checks;
    }

    /** Whether a jump was found, at five in a hundred over all checks. */
    public boolean isBroken() {
        return adjusted.orElse(1.0) < 0.05;
    }
}
