package org.iltlib.analytics.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Climbs to the maximum of a smooth function with an analytic gradient: quasi-Newton steps of limited memory that start
 * from a metric of the function's own (the information if nothing were hidden, say), shortened until the function does
 * not fall. Where the memory misleads, it is dropped and the metric alone gives the step. No chance, no clock.
 *
 * <p>Sources: Liu &amp; Nocedal (1989), doi:10.1007/BF01589116, for the two loops; Jamshidian &amp; Jennrich (1997),
 * doi:10.1111/1467-9868.00083, for starting them from the step of the EM algorithm.
 */
public final class Ascent {
    private static final int MEMORY = 12;
    private static final double SUFFICIENT = 1e-4;
    private static final double NOISE = 4e-14;
    private static final double LONGEST = 3;

    /** What is climbed. */
    public interface Hill {
        /**
         * The value at a point, with the gradient filled in; negative infinity outside of the domain. The metric that
         * {@link #solve} uses is the one of the last point asked for.
         */
        double at(double[] point, double[] gradient);

        /** Turns a gradient into a step: the metric's inverse times the gradient. */
        double[] solve(double[] gradient);
    }

    /** Where the climb ended. */
    @SuppressWarnings("ArrayRecordComponent") // stays within the rooms that compute
    public record Summit(double[] point, double value, double gradientNorm, int steps, boolean reached) {}

    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Step(double[] move, double[] bend, double curvature) {}

    private final double tolerance;
    private final int most;

    private Ascent(double tolerance, int most) {
        this.tolerance = tolerance;
        this.most = most;
    }

    /** Until no derivative exceeds the tolerance, in at most so many steps. */
    public static Ascent of(double tolerance, int most) {
        return new Ascent(tolerance, most);
    }

    /** Climbs from that point, which must lie in the domain. */
    public Summit climb(Hill hill, double[] start) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = hill.at(point, gradient);
        Deque<Step> memory = new ArrayDeque<>();
        for (int step = 0; step < most; step++) {
            double norm = norm(gradient);
            if (norm <= tolerance) {
                return new Summit(point, value, norm, step, true);
            }
            double[] direction = direction(hill, gradient, memory);
            double rise = dot(direction, gradient);
            if (!(rise > 0)) {
                memory.clear();
                direction = hill.solve(gradient);
                rise = dot(direction, gradient);
            }
            double length = Math.min(1, LONGEST / norm(direction));
            double[] next = new double[point.length];
            double[] nextGradient = new double[point.length];
            double nextValue = Double.NEGATIVE_INFINITY;
            for (int cut = 0; cut < 40; cut++) {
                for (int i = 0; i < next.length; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                nextValue = hill.at(next, nextGradient);
                if (nextValue >= value + SUFFICIENT * length * rise - NOISE * Math.abs(value)) {
                    break;
                }
                length *= 0.4;
                nextValue = Double.NEGATIVE_INFINITY;
            }
            if (nextValue == Double.NEGATIVE_INFINITY) {
                if (memory.isEmpty()) {
                    return new Summit(point, value, norm, step, false);
                }
                memory.clear();
                hill.at(point, gradient);
                continue;
            }
            remember(memory, point, gradient, next, nextGradient);
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        double norm = norm(gradient);
        return new Summit(point, value, norm, most, norm <= tolerance);
    }

    private static void remember(
            Deque<Step> memory, double[] point, double[] gradient, double[] next, double[] nextGradient) {
        double[] move = new double[point.length];
        double[] bend = new double[point.length];
        for (int i = 0; i < move.length; i++) {
            move[i] = next[i] - point[i];
            bend[i] = gradient[i] - nextGradient[i];
        }
        double curvature = dot(move, bend);
        if (curvature > 1e-8 * Math.sqrt(dot(move, move) * dot(bend, bend))) {
            memory.addLast(new Step(move, bend, curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] direction(Hill hill, double[] gradient, Deque<Step> memory) {
        double[] q = gradient.clone();
        double[] alphas = new double[memory.size()];
        int i = alphas.length;
        for (Iterator<Step> steps = memory.descendingIterator(); steps.hasNext(); ) {
            Step step = steps.next();
            i--;
            alphas[i] = dot(step.move, q) / step.curvature;
            add(q, -alphas[i], step.bend);
        }
        double[] direction = hill.solve(q);
        for (Step step : memory) {
            double beta = dot(step.bend, direction) / step.curvature;
            add(direction, alphas[i] - beta, step.move);
            i++;
        }
        return direction;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        return GramFactor.dot(a, b, a.length);
    }

    private static double norm(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }
}
