package org.iltlib.curriculum;

/**
 * How well an item asks for what an objective says, in the codes of the Achieve protocol; one code for the content, one
 * for the performance.
 *
 * <p>Source: Rothman, R., Slattery, J. B., Vranek, J. L., &amp; Resnick, L. B. (2002), Benchmarking and alignment of
 * standards and testing, CSE Technical Report 566.
 */
public enum Centrality {
    /** Clearly what the objective says. */
    CLEAR("2"),
    /** It may be: the objective is not specific enough to tell. */
    UNSPECIFIC("1A"),
    /** In part. */
    SOMEWHAT("1B"),
    /** Not what the objective says. */
    INCONSISTENT("0");

    private final String code;

    Centrality(String code) {
        this.code = code;
    }

    /** The code of the protocol: 2, 1A, 1B or 0. */
    public String code() {
        return code;
    }
}
