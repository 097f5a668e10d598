package org.iltlib.analytics.impact.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.internal.balance.EntropyDual;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Weights the others, as evenly as can be, so that their means of every input equal those of the treated. Immutable
 * options; {@link #of(Candidates)} weighs. No propensity, no peers, nobody treated is lost.
 *
 * <p>Newton's method on the convex dual, O(n·p²) a step. There are such weights unless the treated means lie outside of
 * what the others can reach; then {@link #findObstacle} names a combination of inputs in which every one of the others
 * lies beyond the treated mean. Source: Hainmueller (2012), doi:10.1093/pan/mpr025.
 */
public final class EntropyBalancing {
    private final boolean spread;

    private EntropyBalancing(boolean spread) {
        this.spread = spread;
    }

    /** Balances means. */
    public static EntropyBalancing withDefaults() {
        return new EntropyBalancing(false);
    }

    /** A copy that also balances the variance of each input that is not 0 or 1. */
    public EntropyBalancing withVariances() {
        return new EntropyBalancing(true);
    }

    /**
     * The balanced groups; missing, with the reason, if there are fewer than five rows with every input, nobody on one
     * side, no input, or no weights that balance.
     */
    public Measured<BalancedGroups> of(Candidates candidates) {
        Inputs inputs = Inputs.of(candidates);
        Optional<Measured<BalancedGroups>> refusal = inputs.refusal(true);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Moments moments = Moments.of(candidates, inputs, spread);
        EntropyDual dual = moments.solve();
        if (dual.direction().length > 0) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "no weights balance the groups, for none of the others is below the treated mean in "
                            + moments.obstacle(dual));
        }
        int[] others = inputs.side(false);
        double[] weights = new double[inputs.n()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = inputs.treated()[i] ? 1 : 0;
        }
        for (int i = 0; i < others.length; i++) {
            weights[others[i]] = dual.weights()[i] * others.length;
        }
        return BalancedGroups.ofWeights(
                candidates,
                inputs,
                weights,
                spread ? "entropy balancing of means and variances" : "entropy balancing of means",
                Optional.empty());
    }

    /**
     * What stands in the way: a combination of inputs (with squares of distances from the treated mean, for variances)
     * that is at least the threshold for every one of the others, and above it for one, while its mean over the treated is
     * the threshold. Empty if the groups can be balanced or there are too few rows to ask.
     */
    public Optional<SeparatingDirection> findObstacle(Candidates candidates) {
        Inputs inputs = Inputs.of(candidates);
        if (inputs.refusal(true).isPresent()) {
            return Optional.empty();
        }
        Moments moments = Moments.of(candidates, inputs, spread);
        EntropyDual dual = moments.solve();
        return dual.direction().length == 0 ? Optional.empty() : Optional.of(moments.obstacle(dual));
    }

    /** What is balanced: columns of the others, and the means that they should have. */
    private record Moments(List<String> names, List<double[]> columns, List<Double> targets) {
        static Moments of(Candidates candidates, Inputs inputs, boolean spread) {
            Moments moments = new Moments(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            int[] treated = inputs.side(true);
            int[] others = inputs.side(false);
            for (int j = 0; j < inputs.columns().length; j++) {
                double[] own = Inputs.at(inputs.columns()[j], treated);
                double[] theirs = Inputs.at(inputs.columns()[j], others);
                double mean = mean(own);
                moments.add(candidates.names().get(j), theirs, mean);
                if (spread && !isBinary(own, theirs)) {
                    double[] squares = squares(own, mean);
                    moments.add("(" + candidates.names().get(j) + " − mean)²", squares(theirs, mean), mean(squares));
                }
            }
            return moments;
        }

        private void add(String name, double[] column, double target) {
            names.add(name);
            columns.add(column);
            targets.add(target);
        }

        EntropyDual solve() {
            return EntropyDual.of(
                    columns.toArray(new double[0][]),
                    targets.stream().mapToDouble(Double::doubleValue).toArray());
        }

        SeparatingDirection obstacle(EntropyDual dual) {
            double[] direction = dual.direction();
            double threshold = 0;
            for (int j = 0; j < direction.length; j++) {
                threshold += direction[j] * targets.get(j);
            }
            return SeparatingDirection.of(names, direction, threshold);
        }

        private static boolean isBinary(double[] own, double[] theirs) {
            for (double[] side : List.of(own, theirs)) {
                for (double value : side) {
                    if (value != 0 && value != 1) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        private static double[] squares(double[] values, double mean) {
            double[] squares = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                squares[i] = (values[i] - mean) * (values[i] - mean);
            }
            return squares;
        }
    }
}
