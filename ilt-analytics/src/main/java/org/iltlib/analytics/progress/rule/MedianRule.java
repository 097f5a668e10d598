package org.iltlib.analytics.progress.rule;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * The median of the last few probes behind the aim line: intensify. As in {@link RunRule}, a probe on the day on which
 * the line begins is not counted. Feeding is O(1), for the few are few.
 *
 * <p>The error rates are exact for independent noise: the median is behind when more than half are.
 *
 * @param points how many, odd, 1 to 15
 * @param minimum the fewest probes, at least as many
 */
public record MedianRule(int points, int minimum) implements ProgressRule, KnownChances {
    /** Checks the numbers. */
    public MedianRule {
        Checks.require(
                points >= 1 && points <= 15 && points % 2 == 1,
                "points is %s. Expected an odd number from 1 to 15, such as 3.",
                points);
        Checks.require(minimum >= points, "minimum is %s. Expected at least %s.", minimum, points);
    }

    /** The median of the last so many, from that many probes on. */
    public static MedianRule of(int points) {
        return new MedianRule(points, points);
    }

    /** A copy that is silent before that many probes. */
    public MedianRule withMinimum(int minimum) {
        return new MedianRule(points, minimum);
    }

    @Override
    public String name() {
        return "median of last " + points;
    }

    @Override
    public RuleTracker start() {
        return new Tracker();
    }

    /** A chain whose state is which of the last few were behind. O(probes × 2 to the number of points). */
    @Override
    public OptionalDouble intensifies(MonitoringPlan plan, double surplus) {
        double[] states = new double[1 << points];
        states[0] = 1;
        double alarmed = 0;
        int probes = plan.weeks().size();
        int counted = 0;
        for (int i = 0; i < probes; i++) {
            double week = plan.weeks().get(i);
            if (week > 0) {
                OptionalDouble p = plan.noise().below(-surplus * week);
                if (p.isEmpty()) {
                    return p;
                }
                states = step(states, p.getAsDouble());
                counted++;
            }
            boolean looked = plan.looks() == Looks.AFTER_EVERY_PROBE || i == probes - 1;
            if (looked && i + 1 >= minimum && counted >= points) {
                for (int state = 0; state < states.length; state++) {
                    if (2 * Integer.bitCount(state) > points) {
                        alarmed += states[state];
                        states[state] = 0;
                    }
                }
            }
        }
        return OptionalDouble.of(alarmed);
    }

    private static double[] step(double[] states, double p) {
        double[] next = new double[states.length];
        for (int state = 0; state < states.length; state++) {
            int shifted = (state << 1) & (states.length - 1);
            next[shifted] += states[state] * (1 - p);
            next[shifted | 1] += states[state] * p;
        }
        return next;
    }

    private final class Tracker implements RuleTracker {
        private final double[] last = new double[points];
        private int counted;

        @Override
        public void add(double week, double distance) {
            if (week > 0) {
                last[counted % points] = distance;
                counted++;
            }
        }

        private double median() {
            double[] sorted = last.clone();
            Arrays.sort(sorted);
            return sorted[points / 2];
        }

        @Override
        public Advice advice() {
            return counted >= points && median() < 0 ? Advice.INTENSIFY : Advice.CONTINUE;
        }

        @Override
        public Explanation why() {
            return counted < points
                    ? Explanation.of("Only %d probe(s) after the aim line's first day, %d are needed.", counted, points)
                    : Explanation.of(
                            "The median of the last %d probes is %.2f %s the aim line.",
                            points, Math.abs(median()), median() < 0 ? "behind" : "on or ahead of");
        }
    }
}
