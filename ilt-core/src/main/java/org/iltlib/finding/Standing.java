package org.iltlib.finding;

/** What a finding says of the school: something to build on, something to work on, or neither. */
public enum Standing {
    /** Better than the comparison by more than chance explains. */
    STRENGTH("strength"),
    /** Worse than the comparison by more than chance explains. */
    WEAKNESS("weakness"),
    /** Not told apart from the comparison. */
    NEUTRAL("neutral");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
