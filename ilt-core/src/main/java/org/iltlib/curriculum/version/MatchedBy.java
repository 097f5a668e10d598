package org.iltlib.curriculum.version;

/** By what a standard of one version is known to follow one of another; the first that holds counts. */
public enum MatchedBy {
    /** It has the same id. */
    ID("same id"),
    /** The publisher says so: an association {@code replacedBy}. */
    REPLACED_BY("replacedBy"),
    /** It is the only one with the same code, in the spellings of the policy. */
    CODE("same code"),
    /** It is the only one with the same words. */
    STATEMENT("same statement");

    private final String words;

    MatchedBy(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
