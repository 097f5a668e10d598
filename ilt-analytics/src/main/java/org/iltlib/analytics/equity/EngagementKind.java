package org.iltlib.analytics.equity;

/**
 * The three kinds of engagement. Source: Fredricks, Blumenfeld &amp; Paris (2004), doi:10.3102/00346543074001059.
 */
public enum EngagementKind {
    /** Coming, taking part, handing in. */
    BEHAVIOURAL("behavioural"),
    /** Belonging, interest, enjoyment. */
    AFFECTIVE("affective"),
    /** Effort to understand, regulating one's own learning. */
    COGNITIVE("cognitive");

    private final String words;

    EngagementKind(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
