package org.iltlib.analytics.progress.rule;

import java.util.OptionalDouble;
import org.iltlib.analytics.internal.NoncentralT;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * The upper confidence bound of the least-squares slope below the aim's: intensify; the lower bound above it: raise the
 * goal. The bounds are one-sided, by Student's t on n − 2 degrees of freedom: at level 0.9 they are the ends of the
 * 80 % interval, and one in ten students who grow exactly as needed raises a false alarm. Feeding is O(1).
 *
 * <p>The error rates of one look are exact for independent normal noise: the slope over its standard error is
 * noncentral t. Others are simulated.
 *
 * @param level one-sided, between 0.5 and 1, both excluded
 * @param minimum the fewest probes, at least 3
 */
public record BoundRule(double level, int minimum) implements ProgressRule, KnownChances {
    private static final double ROUNDING = 1e-9;

    /** Checks the numbers. */
    public BoundRule {
        Checks.require(level > 0.5 && level < 1, "level is %s. Expected between 0.5 and 1, such as 0.9.", level);
        Checks.require(minimum >= 3, "minimum is %s. Expected at least 3.", minimum);
    }

    /** Level 0.9, from six probes on. */
    public static BoundRule withDefaults() {
        return new BoundRule(0.9, 6);
    }

    /** A copy with that one-sided level. */
    public BoundRule withLevel(double level) {
        return new BoundRule(level, minimum);
    }

    /** A copy that is silent before that many probes. */
    public BoundRule withMinimum(int minimum) {
        return new BoundRule(level, minimum);
    }

    @Override
    public String name() {
        return "upper bound below aim";
    }

    @Override
    public boolean ignoresStart() {
        return true;
    }

    @Override
    public RuleTracker start() {
        return new Tracker();
    }

    @Override
    public OptionalDouble intensifies(MonitoringPlan plan, double surplus) {
        boolean known = plan.looks() == Looks.AT_THE_END
                && plan.noise() instanceof Noise.Normal
                && plan.noise().below(0).isPresent();
        if (!known) {
            return OptionalDouble.empty();
        } else if (!(surplus < 0 || surplus > 0)) {
            return OptionalDouble.of(1 - level);
        }
        double variance = 0;
        for (double weight : plan.slopeWeights()) {
            variance += weight * weight;
        }
        int degrees = plan.weeks().size() - 2;
        double shift = surplus / (plan.noise().deviation() * Math.sqrt(variance));
        return OptionalDouble.of(NoncentralT.below(-Distributions.studentQuantile(degrees, level), degrees, shift));
    }

    private final class Tracker implements RuleTracker {
        private final RunningLine line = new RunningLine();
        private int quantileOf = -1;
        private double quantile;

        @Override
        public void add(double week, double distance) {
            line.add(week, distance);
        }

        private double reach() {
            if (quantileOf != line.n()) {
                quantileOf = line.n();
                quantile = Distributions.studentQuantile(line.n() - 2.0, level);
            }
            return quantile * line.standardError();
        }

        @Override
        public Advice advice() {
            double slope = line.slope();
            double reach = reach();
            double rounding = ROUNDING * (Math.abs(slope) + reach); // a bound just on the aim says nothing
            return slope + reach < -rounding
                    ? Advice.INTENSIFY
                    : slope - reach > rounding ? Advice.RAISE_GOAL : Advice.CONTINUE;
        }

        @Override
        public Explanation why() {
            double slope = line.slope();
            double reach = reach();
            return Explanation.of(
                    "The slope less the aim's is %.2f a week, between %.2f and %.2f with confidence %.0f %% on either"
                            + " side; the aim is %s.",
                    slope,
                    slope - reach,
                    slope + reach,
                    100 * level,
                    advice().asksForChange() ? slope < 0 ? "above all of it" : "below all of it" : "within");
        }
    }
}
