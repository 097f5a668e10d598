package org.iltlib.analytics.internal.logistic;

/** A way to integrate the random effects out, given their modes. */
interface Approximation {
    /** The log-likelihood at the modes' β and θ. */
    Height at(Modes modes, RandomPart random);
}
