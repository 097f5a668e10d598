package org.iltlib.analytics.progress.runs;

/**
 * The probability that no trend is too long when all orders of different numbers have the same chance: a chain over the
 * points whose state is the rank of the last among those so far, and the length and direction of its climb.
 */
final class QuietTrends {
    private QuietTrends() {}

    /** No trend of that many points, at least 3, among so many. O(points² · length). */
    static double of(int points, int length) {
        if (points < 2) {
            return 1;
        }
        double[][] up = new double[length + 1][points + 2]; // by length of the climb, then by rank from 1
        double[][] down = new double[length + 1][points + 2];
        up[2][2] = 0.5;
        down[2][1] = 0.5;
        for (int i = 2; i < points; i++) {
            double[][] upNext = new double[length + 1][points + 2];
            double[][] downNext = new double[length + 1][points + 2];
            for (int climb = 2; climb < length; climb++) {
                spread(up[climb], i, upNext[climb + 1], downNext[2]);
                spread(down[climb], i, upNext[2], downNext[climb + 1]);
            }
            up = upNext;
            down = downNext;
        }
        double sum = 0;
        for (int climb = 2; climb < length; climb++) {
            for (int rank = 1; rank <= points; rank++) {
                sum += up[climb][rank] + down[climb][rank];
            }
        }
        return sum;
    }

    /** The next number takes each rank among i + 1 with the same chance: above the last if its rank is higher. */
    private static void spread(double[] last, int i, double[] above, double[] below) {
        double all = 0;
        for (int rank = 1; rank <= i; rank++) {
            all += last[rank];
        }
        double lower = 0;
        for (int rank = 1; rank <= i + 1; rank++) {
            above[rank] += lower / (i + 1);
            below[rank] += (all - lower) / (i + 1);
            lower += rank <= i ? last[rank] : 0;
        }
    }
}
