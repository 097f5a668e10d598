package org.iltlib.analytics.measurement.diagnosis;

import java.util.Arrays;

/**
 * Squared extrapolation of an EM algorithm: from two steps, a longer one in their direction, kept only if it is likelier
 * than the two. Source: Varadhan &amp; Roland (2008), doi:10.1111/j.1467-9469.2007.00585.x, third scheme.
 */
final class Squared {
    /** What is maximised. */
    interface Climb {
        /** Replaces the point by the next one of EM; the log-likelihood of the old one. */
        double step(double[] point);

        /** Moves a point that lies outside to the nearest one inside. */
        void repair(double[] point);
    }

    private int steps;
    private boolean atRest;

    int steps() {
        return steps;
    }

    boolean atRest() {
        return atRest;
    }

    /** Climbs from the point, in place, until a step of EM changes no number by the tolerance, or the steps are used up. */
    void run(Climb climb, double[] point, int most, double tolerance) {
        double[] first = point.clone();
        climb.step(first);
        steps = 1;
        atRest = change(point, first) < tolerance;
        while (!atRest && steps < most) {
            double[] second = first.clone();
            double reached = climb.step(second);
            steps++;
            double[] far = beyond(point, first, second);
            climb.repair(far);
            double[] next = far.clone();
            double there = climb.step(next);
            steps++;
            if (there >= reached) {
                System.arraycopy(far, 0, point, 0, far.length);
            } else {
                System.arraycopy(second, 0, point, 0, second.length);
                System.arraycopy(second, 0, next, 0, second.length);
                climb.step(next);
                steps++;
            }
            first = next;
            atRest = change(point, first) < tolerance;
        }
        System.arraycopy(first, 0, point, 0, point.length);
    }

    private static double[] beyond(double[] point, double[] first, double[] second) {
        double r = 0;
        double v = 0;
        for (int i = 0; i < point.length; i++) {
            double step = first[i] - point[i];
            double bend = second[i] - first[i] - step;
            r += step * step;
            v += bend * bend;
        }
        double length = v > 0 ? Math.max(1, Math.sqrt(r / v)) : 1;
        double[] far = Arrays.copyOf(point, point.length);
        for (int i = 0; i < point.length; i++) {
            double step = first[i] - point[i];
            double bend = second[i] - first[i] - step;
            far[i] = point[i] + 2 * length * step + length * length * bend;
        }
        return far;
    }

    private static double change(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
