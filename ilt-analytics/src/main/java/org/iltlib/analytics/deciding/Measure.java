package org.iltlib.analytics.deciding;

/** What a procedure is judged by, for one team; averaged over teams. */
public enum Measure {
    /** Whether the team ends with the better of text and status quo, as the text then stands. */
    RIGHT("chose the better option", "share", true),
    /** Whether the text is adopted. */
    ADOPTED("adopted", "share", true),
    /** Whether another body had to decide. */
    ESCALATED("another body decided", "share", true),
    /** What the decision is worth over the status quo: the gain less the mean harm left, or 0 if not adopted. */
    GAIN("gain over the status quo", "units of gain", false),
    /** Of the members with a concern, the share whose concern was heard; teams without concerns are left out. */
    HEARD("concerns heard", "share of members with a concern", false),
    /** The share of members who never spoke. */
    SILENT("members who never spoke", "share of members", false),
    /** The mean satisfaction of the members, from 0 to 1. */
    SATISFACTION("satisfaction, mean of members", "0 to 1", false),
    /** The satisfaction of the least satisfied member, from 0 to 1. */
    LEAST_SATISFIED("satisfaction of the least satisfied", "0 to 1", false),
    /** The number of sittings, those without quorum included. */
    ROUNDS("rounds", "sittings", false),
    /** The minutes of all sittings together. */
    MINUTES("time", "minutes", false);

    private final String words;
    private final String unit;
    private final boolean yesOrNo;

    Measure(String words, String unit, boolean yesOrNo) {
        this.words = words;
        this.unit = unit;
        this.yesOrNo = yesOrNo;
    }

    /** The unit, in words. */
    public String unit() {
        return unit;
    }

    /** Whether it is yes or no for one team, so that its mean is a share of teams. */
    public boolean isYesOrNo() {
        return yesOrNo;
    }

    /** In words: {@code concerns heard}. */
    @Override
    public String toString() {
        return words;
    }
}
