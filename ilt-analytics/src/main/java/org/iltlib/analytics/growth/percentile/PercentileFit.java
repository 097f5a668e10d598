package org.iltlib.analytics.growth.percentile;

/** How the coefficients of neighbouring quantiles came about. */
public enum PercentileFit {
    /** Each quantile for itself; predictions that cross are put in order by sorting. What the SGP package does. */
    INDEPENDENT_SORTED("each quantile for itself, predictions sorted");

    private final String words;

    PercentileFit(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
