package org.iltlib.analytics.suggestion;

/** Into what a text is cut before it is compared. */
public enum TermKind {
    /** Words in lower case, as they stand. */
    WORDS,
    /** Words without their English endings, by Porter's algorithm: {@code fractions} and {@code fraction} meet. */
    STEMS,
    /**
     * Runs of four letters of each word, its borders included: {@code _fra frac ract acti ctio tion ion_}. They need no
     * list of endings, and they survive a misspelling. Four is the length that did best across languages: P. McNamee, J.
     * Mayfield (2004), doi:10.1023/B:INRT.0000009441.78971.be.
     */
    GRAMS,
    /** Sorts of quantities: a fraction, a decimal, a time, an operator, a variable; {@code 3/4} and {@code 1/2} meet. */
    QUANTITIES
}
