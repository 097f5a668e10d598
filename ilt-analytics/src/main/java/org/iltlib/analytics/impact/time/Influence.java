package org.iltlib.analytics.impact.time;

import org.iltlib.analytics.internal.GramFactor;

/**
 * A number with how much each unit moves it: the variance of the number is Σψ²/N².
 *
 * <p>That variance is as uncertain as its smallest groups are small. Were all outcomes independent and equally spread, a
 * group of n units whose means have weights b by period would add v = Σb²/n, known from n − 1 degrees of freedom: the
 * number's are Satterthwaite's, (Σv)²/Σ(v²/(n − 1)).
 *
 * @param value the number
 * @param psi by unit, with sum zero
 * @param pull the weights of the means of each group by period, group after group
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Influence(double value, double[] psi, double[] pull) {
    double degreesOfFreedom(int[] units) {
        int periods = pull.length / units.length;
        double total = 0;
        double squares = 0;
        for (int g = 0; g < units.length; g++) {
            double own = 0;
            for (int t = 0; t < periods; t++) {
                own += pull[g * periods + t] * pull[g * periods + t];
            }
            if (own > 0) {
                own /= units[g];
                total += own;
                squares += own * own / Math.max(1, units[g] - 1);
            }
        }
        return total * total / squares;
    }

    double error() {
        return Math.sqrt(GramFactor.dot(psi, psi, psi.length)) / psi.length;
    }

    double covariance(Influence other) {
        return GramFactor.dot(psi, other.psi, psi.length) / psi.length / psi.length;
    }

    /** Σψ·v/N. */
    double moved(double[] by) {
        return GramFactor.dot(psi, by, psi.length) / psi.length;
    }
}
