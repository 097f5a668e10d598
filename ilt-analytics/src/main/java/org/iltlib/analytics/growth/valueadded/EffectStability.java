package org.iltlib.analytics.growth.valueadded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * How alike the effects of the same units are in two years, or by two models: what of them is the unit, and what is the
 * year's chance.
 *
 * @param units how many units have an effect in both
 * @param correlation of the effects, with Fisher's interval
 * @param ceiling the correlation to be expected if nothing but chance changed: the geometric mean of the reliabilities
 * @param moved the share of units that left their third of the order: of the top, middle or bottom
 * @param explanation in words
 */
public record EffectStability(
        int units, Estimate correlation, Measured<Double> ceiling, double moved, Explanation explanation) {
    private static final int FEWEST = 6;

    /**
     * Of the units that stand in both, by their codes; withheld ones do not count. Missing if they are fewer than six, or
     * all effects of one are the same.
     */
    public static Measured<EffectStability> of(List<UnitEffect> one, List<UnitEffect> other) {
        Map<String, UnitEffect> later = new HashMap<>();
        other.forEach(unit ->
                Checks.require(later.put(unit.unit(), unit) == null, "The unit \"%s\" stands twice.", unit.unit()));
        List<double[]> pairs = new ArrayList<>();
        for (UnitEffect unit : one) {
            UnitEffect same = later.get(unit.unit());
            if (same != null && unit.effect().isReported() && same.effect().isReported()) {
                pairs.add(new double[] {
                    unit.effect().value().orElseThrow().value(),
                    same.effect().value().orElseThrow().value()
                });
            }
        }
        if (pairs.size() < FEWEST) {
            return Measured.missing(MissingReason.TOO_FEW, pairs.size() + " units in both");
        }
        double correlation = correlation(pairs);
        return Double.isNaN(correlation)
                ? Measured.missing(MissingReason.UNDEFINED, "the effects of one are all the same")
                : Measured.of(result(pairs, correlation, ceiling(one, other)));
    }

    private static EffectStability result(List<double[]> pairs, double correlation, Measured<Double> ceiling) {
        int n = pairs.size();
        double z = Distributions.normalQuantile(0.975) / Math.sqrt(n - 3.0);
        double bounded = Math.max(-1 + 1e-12, Math.min(1 - 1e-12, correlation));
        double fisher = 0.5 * StrictMath.log((1 + bounded) / (1 - bounded));
        Estimate estimate = Estimate.builder()
                .value(correlation)
                .lower(Math.min(correlation, StrictMath.tanh(fisher - z)))
                .upper(Math.max(correlation, StrictMath.tanh(fisher + z)))
                .level(0.95)
                .n(n)
                .unit("correlation")
                .method("Fisher's interval")
                .build();
        double moved = moved(pairs);
        Explanation why = Explanation.of(
                        "The effects of %d units correlate by %.2f [%.2f, %.2f].",
                        n, correlation, estimate.lower(), estimate.upper())
                .because(ceiling.value()
                        .map(most -> "If nothing but chance changed, %.2f would be expected.".formatted(most))
                        .orElse("What chance alone leaves is not known."))
                .because("%.0f of 100 units left their third of the order.", 100 * moved);
        return new EffectStability(n, estimate, ceiling, moved, why);
    }

    private static Measured<Double> ceiling(List<UnitEffect> one, List<UnitEffect> other) {
        return ValueAdded.meanReliability(one)
                .flatMap(first -> ValueAdded.meanReliability(other).map(second -> Math.sqrt(first * second)));
    }

    private static double correlation(List<double[]> pairs) {
        double[] mean = new double[2];
        for (double[] pair : pairs) {
            mean[0] += pair[0] / pairs.size();
            mean[1] += pair[1] / pairs.size();
        }
        double cross = 0;
        double first = 0;
        double second = 0;
        for (double[] pair : pairs) {
            cross += (pair[0] - mean[0]) * (pair[1] - mean[1]);
            first += (pair[0] - mean[0]) * (pair[0] - mean[0]);
            second += (pair[1] - mean[1]) * (pair[1] - mean[1]);
        }
        return differ(pairs, 0) && differ(pairs, 1)
                ? Math.max(-1, Math.min(1, cross / Math.sqrt(first * second)))
                : Double.NaN;
    }

    private static boolean differ(List<double[]> pairs, int side) {
        return pairs.stream().anyMatch(pair -> pair[side] != pairs.get(0)[side]);
    }

    private static double moved(List<double[]> pairs) {
        int[] first = thirds(pairs, 0);
        int[] second = thirds(pairs, 1);
        int moved = 0;
        for (int i = 0; i < first.length; i++) {
            moved += first[i] == second[i] ? 0 : 1;
        }
        return (double) moved / first.length;
    }

    /** The third of each pair: units alike stand in the third of the first of them. */
    private static int[] thirds(List<double[]> pairs, int side) {
        int[] thirds = new int[pairs.size()];
        for (int i = 0; i < thirds.length; i++) {
            int below = 0;
            for (double[] pair : pairs) {
                below += pair[side] < pairs.get(i)[side] ? 1 : 0;
            }
            thirds[i] = 3 * below / thirds.length;
        }
        return thirds;
    }
}
