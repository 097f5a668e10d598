package org.iltlib.analytics.matching;

/** What makes a mentor fit a new teacher. */
public enum MatchCriterion {
    /** A subject both teach. */
    SUBJECT("same subject"),
    /** A grade both teach; half the points for grades next to each other. */
    GRADE("same or next grade"),
    /** The same school. */
    SITE("same school"),
    /** A planning period both have. */
    PLANNING("shared planning"),
    /** One asked for the other, half the points; both did, all of them. */
    PREFERENCE("asked for");

    private final String words;

    MatchCriterion(String words) {
        this.words = words;
    }

    /** In words: {@code same subject}. */
    @Override
    public String toString() {
        return words;
    }
}
