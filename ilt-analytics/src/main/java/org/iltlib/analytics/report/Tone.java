package org.iltlib.analytics.report;

/** What a callout wants; shown as a word and a shape as well as a colour. */
public enum Tone {
    /** Good to know. */
    NOTE("Note"),
    /** Asks for attention. */
    CAUTION("Caution"),
    /** Went well. */
    STRENGTH("Strength");

    private final String word;

    Tone(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
