package org.iltlib.analytics.progress.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * A slope below the aim's: intensify. Of students who grow exactly as needed, chance puts half below: prefer {@link
 * BoundRule}. A trend needs six probes.
 *
 * <p>Fed in O(1) for least squares, in O(n log n) for the median of slopes, which are as many as the probes before. The
 * error rates of least squares looked at once are exact for normal noise, autocorrelated or not; the others are
 * simulated.
 *
 * @param method of the slope
 * @param minimum the fewest probes, at least 2
 */
public record SlopeRule(Method method, int minimum) implements ProgressRule, KnownChances {
    private static final int TREND = 6;

    /** How a slope is drawn through points. */
    public enum Method {
        /** Least squares. */
        LEAST_SQUARES("least-squares slope"),
        /** The median of all pairs' slopes, which a stray score hardly moves (Sen 1968, doi:10.1080/01621459.1968.10480934). */
        THEIL_SEN("Theil–Sen slope");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        /** In words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks the number. */
    public SlopeRule {
        Checks.require(minimum >= 2, "minimum is %s. Expected at least 2.", minimum);
    }

    /** By least squares, from six probes on. */
    public static SlopeRule leastSquares() {
        return new SlopeRule(Method.LEAST_SQUARES, TREND);
    }

    /** By the median of all pairs' slopes, from six probes on. */
    public static SlopeRule theilSen() {
        return new SlopeRule(Method.THEIL_SEN, TREND);
    }

    /** A copy that is silent before that many probes. */
    public SlopeRule withMinimum(int minimum) {
        return new SlopeRule(method, minimum);
    }

    @Override
    public String name() {
        return method + " below aim";
    }

    @Override
    public boolean ignoresStart() {
        return true;
    }

    @Override
    public RuleTracker start() {
        return method == Method.LEAST_SQUARES ? new Squares() : new Pairs();
    }

    /** The slope is normal: its variance sums the weights of all pairs of probes. O(probes²). */
    @Override
    public OptionalDouble intensifies(MonitoringPlan plan, double surplus) {
        if (plan.looks() != Looks.AT_THE_END || !(plan.noise() instanceof Noise.Normal normal)) {
            return OptionalDouble.empty();
        } else if (method == Method.THEIL_SEN) {
            return surplus < 0 || surplus > 0 ? OptionalDouble.empty() : OptionalDouble.of(0.5);
        }
        double[] weights = plan.slopeWeights();
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i] * weights[j] * StrictMath.pow(normal.correlation(), Math.abs(i - j));
            }
        }
        return OptionalDouble.of(
                Distributions.normalProbability(-surplus / (normal.deviation() * Math.sqrt(variance))));
    }

    private static Explanation words(Method method, double slope) {
        return Explanation.of(
                "The %s is %.2f a week %s the aim's.", method, Math.abs(slope), slope < 0 ? "below" : "at or above");
    }

    private static Advice advice(double slope) {
        return slope < 0 ? Advice.INTENSIFY : Advice.CONTINUE;
    }

    private static final class Squares implements RuleTracker {
        private final RunningLine line = new RunningLine();

        @Override
        public void add(double week, double distance) {
            line.add(week, distance);
        }

        @Override
        public Advice advice() {
            return SlopeRule.advice(line.slope());
        }

        @Override
        public Explanation why() {
            return words(Method.LEAST_SQUARES, line.slope());
        }
    }

    private static final class Pairs implements RuleTracker {
        private final List<double[]> points = new ArrayList<>();
        private final RunningMedian slopes = new RunningMedian();

        @Override
        public void add(double week, double distance) {
            for (double[] point : points) {
                slopes.add((distance - point[1]) / (week - point[0]));
            }
            points.add(new double[] {week, distance});
        }

        @Override
        public Advice advice() {
            return SlopeRule.advice(slopes.median());
        }

        @Override
        public Explanation why() {
            return words(Method.THEIL_SEN, slopes.median());
        }
    }
}
