package org.iltlib.analytics.impact;

import org.iltlib.analytics.internal.GroupCodes;

/**
 * Means and spread of the two groups, before any adjustment.
 *
 * @param treatedMean the mean of the treated
 * @param controlMean the mean of the others
 * @param pooledDeviation the standard deviation pooled within the groups of each scale
 * @param n the number of students
 */
record Arms(double treatedMean, double controlMean, double pooledDeviation, int n) {
    static Arms of(CompleteRows rows) {
        GroupCodes scales = rows.scales();
        double[] outcome = rows.outcome();
        double[] sum = new double[2 * scales.count()];
        double[] count = new double[2 * scales.count()];
        for (int i = 0; i < outcome.length; i++) {
            int cell = 2 * scales.get(i) + (int) rows.treatment()[i];
            sum[cell] += outcome[i];
            count[cell]++;
        }
        int cells = 0;
        double[] armSum = new double[2];
        double[] armCount = new double[2];
        for (int cell = 0; cell < sum.length; cell++) {
            armSum[cell % 2] += sum[cell];
            armCount[cell % 2] += count[cell];
            cells += count[cell] > 0 ? 1 : 0;
        }
        double squares = 0;
        for (int i = 0; i < outcome.length; i++) {
            int cell = 2 * scales.get(i) + (int) rows.treatment()[i];
            double deviation = outcome[i] - sum[cell] / count[cell];
            squares += deviation * deviation;
        }
        double deviation = Math.sqrt(squares / (outcome.length - cells));
        return new Arms(armSum[1] / armCount[1], armSum[0] / armCount[0], deviation, outcome.length);
    }
}
