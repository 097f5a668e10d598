package org.iltlib.analytics.progress.rule;

/** How often a rule is looked at. Whoever looks more often is alarmed more often. */
public enum Looks {
    /** Once, after the last probe. */
    AT_THE_END("once, after the last probe"),
    /** After every probe; the first alarm counts. */
    AFTER_EVERY_PROBE("after every probe, the first alarm counting");

    private final String words;

    Looks(String words) {
        this.words = words;
    }

    /** In words. */
    @Override
    public String toString() {
        return words;
    }
}
