package org.iltlib.analytics.privacy.breakdown;

/** Who reached a measure and who did not, by unit and group. */
final class Counts {
    final int[][] reached;
    final int[][] missed;

    Counts(int units, int groups) {
        reached = new int[units][groups];
        missed = new int[units][groups];
    }

    int size(int unit, int group) {
        return reached[unit][group] + missed[unit][group];
    }
}
