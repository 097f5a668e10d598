package org.iltlib.analytics.internal.logistic;

import org.hipparchus.special.Gamma;

/**
 * Successes of trials by row. Arrays are not copied.
 *
 * @param yes the successes
 * @param trials at least as many, above zero
 */
@SuppressWarnings("ArrayRecordComponent") // stays within the rooms that compute
public record Outcome(double[] yes, double[] trials) {
    int rows() {
        return yes.length;
    }

    /** The logarithm of the likelihood of a row without its binomial coefficient. */
    double logLikelihood(int row, double eta) {
        double log = eta > 0 ? eta + StrictMath.log1p(StrictMath.exp(-eta)) : StrictMath.log1p(StrictMath.exp(eta));
        return yes[row] * eta - trials[row] * log;
    }

    double logLikelihood(double[] eta) {
        double sum = 0;
        for (int i = 0; i < eta.length; i++) {
            sum += logLikelihood(i, eta[i]);
        }
        return sum;
    }

    /** The sum of the logarithms of the binomial coefficients; zero if all rows are single trials. */
    double logCoefficients() {
        double sum = 0;
        for (int i = 0; i < yes.length; i++) {
            if (trials[i] > 1) {
                sum += Gamma.logGamma(trials[i] + 1)
                        - Gamma.logGamma(yes[i] + 1)
                        - Gamma.logGamma(trials[i] - yes[i] + 1);
            }
        }
        return sum;
    }

    /** The deviance of a row: twice what its likelihood lacks of that of its own share. */
    double deviance(int row, double eta) {
        double best = 0;
        if (yes[row] > 0 && yes[row] < trials[row]) {
            best = yes[row] * StrictMath.log(yes[row] / trials[row])
                    + (trials[row] - yes[row]) * StrictMath.log(1 - yes[row] / trials[row]);
        }
        return 2 * (best - logLikelihood(row, eta));
    }

    /** The chance of a success. */
    static double chance(double eta) {
        if (eta >= 0) {
            return 1 / (1 + StrictMath.exp(-eta));
        }
        double odds = StrictMath.exp(eta);
        return odds / (1 + odds);
    }
}
