package org.iltlib.analytics.growth.percentile;

/** How the coefficients of neighbouring quantiles came about. */
public enum PercentileFit {
    /** Each quantile for itself; predictions that cross are put in order by sorting. What the SGP package does. */
    INDEPENDENT_SORTED("each quantile for itself, predictions sorted"),
    /**
     * All quantiles together: the best curves of which no two cross where each earlier score is one that some student of
     * the fit had, whether or not one student had them all. There predictions need no sorting. At a score between two
     * seen ones, or beyond them, curves may still cross by a little, and predictions are sorted as elsewhere. Not what
     * the SGP package does; most students keep their percentile.
     */
    JOINT("all quantiles together, no two of which cross");

    private final String words;

    PercentileFit(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
