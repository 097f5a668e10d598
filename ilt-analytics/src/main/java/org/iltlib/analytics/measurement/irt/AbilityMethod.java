package org.iltlib.analytics.measurement.irt;

/** How an ability is estimated from responses. */
public enum AbilityMethod {
    /**
     * Expected a posteriori: the mean of the ability given the responses, with its standard deviation. Shrunken towards
     * the group; best for a group's distribution as input to nothing else. Bock &amp; Mislevy (1982),
     * doi:10.1177/014662168200600405.
     */
    EAP,
    /** Maximum a posteriori: the most likely ability given the responses; the error is 1/√curvature of its logarithm. */
    MAP,
    /**
     * Weighted likelihood: nearly unbiased, no prior, exists for perfect and zero scores; the error is 1/√curvature of the
     * logarithm of the weighted likelihood, as mirt tells it (Warm's own is 1/√information, a little larger).
     * Warm (1989), doi:10.1007/BF02294627.
     */
    WLE
}
