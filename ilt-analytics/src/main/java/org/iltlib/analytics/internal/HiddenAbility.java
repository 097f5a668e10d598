package org.iltlib.analytics.internal;

import java.util.concurrent.Executor;

/** The responses of one group of students, as far as the likelihood of a hidden ability on fixed nodes needs them. */
public interface HiddenAbility {
    /**
     * One pass over the responses.
     *
     * @param chances for each item the chance of k points at node q, at place k·stride + q; all above zero
     * @param weights the population's share at each node; zero beyond the last node
     * @param expected for each item, in the same shape, is added to; the expected number of students
     * @param nodeMass is added to: the expected number of students at each node
     * @param executor does the work; this method waits
     * @return the logarithm of the likelihood
     */
    double run(double[][] chances, double[] weights, double[][] expected, double[] nodeMass, Executor executor);
}
