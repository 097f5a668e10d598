package org.iltlib.analytics.impact.time;

import org.iltlib.analytics.internal.GramFactor;

/**
 * A number with how much each unit moves it: the variance of the number is Σψ²/N².
 *
 * @param value the number
 * @param psi by unit, with sum zero
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Influence(double value, double[] psi) {
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
