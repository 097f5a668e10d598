package org.iltlib.analytics.regression;

/**
 * What the errors of a weighted fit are taken to look like, for CR2 and for degrees of freedom. It changes neither
 * coefficients nor CR0, CR1, CR1S and CR3; the cluster-robust covariance stays right in large samples whatever is chosen.
 */
public enum WorkingCovariance {
    /** All errors equally spread, whatever the weights: for weights that say whom a row stands for. As clubSandwich. */
    EQUAL("errors equally spread"),
    /** Variances in inverse proportion to the weights: for weights that say how precise a row is. */
    INVERSE_WEIGHTS("error variances inverse to the weights");

    private final String words;

    WorkingCovariance(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
