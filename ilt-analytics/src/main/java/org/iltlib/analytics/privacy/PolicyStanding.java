package org.iltlib.analytics.privacy;

/** How sure we are that a policy says what we write of it. */
public enum PolicyStanding {
    /** The source, or its official abstract, was read. */
    READ("read in the source"),
    /** Commonly told as; read the source before you rely on it. */
    COMMONLY_TOLD("commonly told as"),
    /** Agreed by those who use it; no authority prescribes it. */
    AGREED("agreed by its users");

    private final String words;

    PolicyStanding(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
