package org.iltlib.analytics.impact;

/**
 * Means and spread of the two groups, before any adjustment.
 *
 * @param treatedMean the mean of the treated
 * @param controlMean the mean of the others
 * @param pooledDeviation the pooled standard deviation within the groups
 * @param n the number of students
 */
record Arms(double treatedMean, double controlMean, double pooledDeviation, int n) {
    static Arms of(double[] outcome, double[] treatment) {
        double[] sum = new double[2];
        double[] count = new double[2];
        for (int i = 0; i < outcome.length; i++) {
            int arm = (int) treatment[i];
            sum[arm] += outcome[i];
            count[arm]++;
        }
        double[] mean = {sum[0] / count[0], sum[1] / count[1]};
        double squares = 0;
        for (int i = 0; i < outcome.length; i++) {
            double deviation = outcome[i] - mean[(int) treatment[i]];
            squares += deviation * deviation;
        }
        return new Arms(mean[1], mean[0], Math.sqrt(squares / (outcome.length - 2)), outcome.length);
    }

    /** The correction 1 − 3/(4N − 9) of Hedges (1981), doi:10.3102/10769986006002107. */
    double smallSampleFactor() {
        return 1 - 3 / (4.0 * n - 9);
    }
}
