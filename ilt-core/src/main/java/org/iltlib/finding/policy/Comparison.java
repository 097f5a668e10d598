package org.iltlib.finding.policy;

/** How a reading is held against a threshold. */
public enum Comparison {
    /** The threshold or more. */
    AT_LEAST("at least"),
    /** More than the threshold. */
    MORE_THAN("more than"),
    /** The threshold or less. */
    AT_MOST("at most"),
    /** Less than the threshold. */
    LESS_THAN("less than");

    private final String words;

    Comparison(String words) {
        this.words = words;
    }

    /** Whether it holds, given the sign of reading − threshold. */
    public boolean holds(int sign) {
        return switch (this) {
            case AT_LEAST -> sign >= 0;
            case MORE_THAN -> sign > 0;
            case AT_MOST -> sign <= 0;
            case LESS_THAN -> sign < 0;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
