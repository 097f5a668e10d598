package org.iltlib.analytics.alignment.vertical;

/**
 * How an objective of one grade stands to those of the grade before.
 *
 * <p>Source: Wise, L., &amp; Alt, M. (2005), Assessing vertical alignment, CCSSO; used by HumRRO in state reviews of 2006.
 */
public enum VerticalClass {
    /** Nothing has changed. */
    SAME,
    /** The same, for more content: larger numbers, more kinds of texts. */
    BROADENED,
    /** The same content, with more demanding thinking. */
    DEEPENED,
    /** Something else, for which the earlier objective is needed. */
    PREREQUISITE,
    /** Nothing before leads to it. */
    NEW
}
