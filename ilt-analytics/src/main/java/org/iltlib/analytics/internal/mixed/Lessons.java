package org.iltlib.analytics.internal.mixed;

import java.util.ArrayDeque;
import java.util.Deque;
import org.iltlib.analytics.internal.GramFactor;

/** What the last steps taught about the curvature: pairs of a step and of what it turned the gradient by (BFGS). */
final class Lessons {
    private static final int MEMORY = 8;

    private final Deque<double[][]> pairs = new ArrayDeque<>();

    void forget() {
        pairs.clear();
    }

    /** Remembers a step, the places that are held left out. */
    void remember(double[][] fromTo, double[][] beforeAfter, boolean[] held) {
        int size = held.length;
        double[] moved = new double[size];
        double[] turned = new double[size];
        for (int a = 0; a < size; a++) {
            moved[a] = held[a] ? 0 : fromTo[1][a] - fromTo[0][a];
            turned[a] = held[a] ? 0 : beforeAfter[1][a] - beforeAfter[0][a];
        }
        if (pairs.size() == MEMORY) {
            pairs.removeFirst();
        }
        pairs.addLast(new double[][] {moved, turned});
    }

    /** Corrects a curvature by all that is remembered, the oldest first. */
    void correct(double[][] curvature) {
        for (double[][] pair : pairs) {
            learn(curvature, pair[0], pair[1]);
        }
    }

    /** One BFGS update. */
    private static void learn(double[][] curvature, double[] moved, double[] turned) {
        int size = moved.length;
        double[] image = new double[size];
        for (int a = 0; a < size; a++) {
            image[a] = GramFactor.dot(curvature[a], moved, size);
        }
        double bend = GramFactor.dot(moved, turned, size);
        double expected = GramFactor.dot(moved, image, size);
        if (!(bend > 0.05 * expected) || !(expected > 0)) {
            return;
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                curvature[a][b] += turned[a] * turned[b] / bend - image[a] * image[b] / expected;
            }
        }
    }
}
