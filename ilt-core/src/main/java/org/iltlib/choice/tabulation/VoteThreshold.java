package org.iltlib.choice.tabulation;

/** How many votes elect, from the ballots that count and the seats. */
public enum VoteThreshold {
    /** Droop: votes / (seats + 1), cut off to a whole number, plus 1. */
    WHOLE_DROOP(false, true),
    /** Droop: votes / (seats + 1), cut off after the decimals of the rules, plus one unit of the last. */
    DECIMAL_DROOP(false, false),
    /** Hare: votes / seats, rounded up to a whole number. */
    WHOLE_HARE(true, true),
    /** Hare: votes / seats, rounded up after the decimals of the rules. */
    DECIMAL_HARE(true, false);

    private final boolean hare;
    private final boolean whole;

    VoteThreshold(boolean hare, boolean whole) {
        this.hare = hare;
        this.whole = whole;
    }

    /** In units, of which there are so many in a vote. */
    long of(long votes, int seats, long unit) {
        long grain = whole ? unit : 1;
        long parts = Math.multiplyExact(grain, (long) (hare ? seats : seats + 1));
        long floor = votes / parts;
        return (hare && votes > 0 && votes % parts == 0 ? floor : floor + 1) * grain;
    }
}
