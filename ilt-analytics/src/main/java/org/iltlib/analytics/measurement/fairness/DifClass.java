package org.iltlib.analytics.measurement.fairness;

/** How much an item functions differently, in three classes. */
public enum DifClass {
    /** Negligible. */
    A("A, negligible"),
    /** Moderate. */
    B("B, moderate"),
    /** Large. */
    C("C, large");

    private final String words;

    DifClass(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
