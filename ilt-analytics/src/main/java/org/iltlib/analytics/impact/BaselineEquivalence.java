package org.iltlib.analytics.impact;

/**
 * Whether two groups were alike before the treatment began, by the size of their difference in standard deviations.
 *
 * <p>Source: What Works Clearinghouse, Procedures and Standards Handbook: at most 0.05 satisfied; at most 0.25 with
 * statistical adjustment; beyond that not satisfied. Random assignment without attrition needs no such check, but
 * deserves one.
 */
public enum BaselineEquivalence {
    /** At most 0.05 standard deviations: alike. */
    EQUIVALENT("equivalent"),
    /** More than 0.05, at most 0.25: comparable once the effect is adjusted for it. */
    ADJUST("equivalent once adjusted for"),
    /** More than 0.25: not comparable, adjusted or not. */
    NOT_EQUIVALENT("not equivalent");

    private static final double ALIKE = 0.05;
    private static final double ADJUSTABLE = 0.25;

    private final String words;

    BaselineEquivalence(String words) {
        this.words = words;
    }

    /** The verdict on a difference in standard deviations; its sign does not matter. */
    public static BaselineEquivalence of(double effectSize) {
        double size = Math.abs(effectSize);
        if (size <= ALIKE) {
            return EQUIVALENT;
        }
        return size <= ADJUSTABLE ? ADJUST : NOT_EQUIVALENT;
    }

    @Override
    public String toString() {
        return words;
    }
}
