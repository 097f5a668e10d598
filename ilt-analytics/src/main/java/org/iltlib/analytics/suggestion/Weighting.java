package org.iltlib.analytics.suggestion;

/** How shared terms make a score. */
public enum Weighting {
    /**
     * The cosine of the angle between text and standard, from 0 to 1. A term that stands f times in a text, and in d of
     * n standards, weighs log₂(1 + f) · (1 + ln((1 + n)/(1 + d))). Source: G. Salton, C. Buckley (1988),
     * doi:10.1016/0306-4573(88)90021-0.
     */
    COSINE,
    /**
     * BM25: ln(1 + (n − d + ½)/(d + ½)) · f(k₁ + 1)/(f + k₁(1 − b + b·length/mean length)), each term of the query
     * counted once. Source: S. Robertson, H. Zaragoza (2009), doi:10.1561/1500000019.
     */
    BM25
}
