package org.iltlib.analytics.progress.runs;

import java.util.Arrays;

/**
 * The probability that no run is too long and the line is crossed often enough: a chain over the points whose state is
 * the length and side of the run, the crossings so far and, around an own median, the points above so far.
 */
final class QuietRuns {
    private final int longest;
    private final int crossings;

    /** No run longer than that, at least so many crossings. */
    QuietRuns(int longest, int crossings) {
        this.longest = longest;
        this.crossings = crossings;
    }

    /** Each point is above the line with its own probability, independent of the others. O(n · crossings · longest). */
    double around(double... above) {
        double[][][] states = new double[crossings + 1][2][longest + 1];
        states[0][1][1] = above[0];
        states[0][0][1] = 1 - above[0];
        for (int i = 1; i < above.length; i++) {
            double[][][] next = new double[crossings + 1][2][longest + 1];
            for (int c = 0; c <= crossings; c++) {
                for (int side = 0; side < 2; side++) {
                    double stays = side == 1 ? above[i] : 1 - above[i];
                    for (int length = 1; length <= longest; length++) {
                        step(states[c][side][length], stays, next, next, c, side, length);
                    }
                }
            }
            states = next;
        }
        return enough(states);
    }

    /** Half of the points are above and half below, in any order with the same chance. O(n² · crossings · longest). */
    double aroundOwnMedian(int half) {
        double[][][][] byAbove = new double[half + 1][crossings + 1][2][longest + 1];
        byAbove[1][0][1][1] = 0.5;
        byAbove[0][0][0][1] = 0.5;
        for (int i = 1; i < 2 * half; i++) {
            double[][][][] next = new double[half + 2][crossings + 1][2][longest + 1];
            for (int a = Math.max(0, i - half); a <= Math.min(i, half); a++) {
                double up = (half - a) / (2.0 * half - i);
                for (int c = 0; c <= crossings; c++) {
                    for (int length = 1; length <= longest; length++) {
                        step(byAbove[a][c][1][length], up, next[a + 1], next[a], c, 1, length);
                        step(byAbove[a][c][0][length], 1 - up, next[a], next[a + 1], c, 0, length);
                    }
                }
            }
            byAbove = Arrays.copyOf(next, half + 1);
        }
        return enough(byAbove[half]);
    }

    private void step(double weight, double stays, double[][][] same, double[][][] other, int c, int side, int length) {
        if (length < longest) {
            same[c][side][length + 1] += weight * stays;
        }
        other[Math.min(crossings, c + 1)][1 - side][1] += weight * (1 - stays);
    }

    private double enough(double[][][] states) {
        double sum = 0;
        for (double[] side : states[crossings]) {
            for (double weight : side) {
                sum += weight;
            }
        }
        return sum;
    }
}
