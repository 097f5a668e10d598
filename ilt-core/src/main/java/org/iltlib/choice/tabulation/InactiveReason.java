package org.iltlib.choice.tabulation;

/** Why a ballot counts for nobody. */
public enum InactiveReason {
    /** Nothing was ever marked. */
    UNDERVOTE,
    /** None of the candidates it ranks is left. */
    EXHAUSTED_CHOICES,
    /** It comes to a rank with several candidates. */
    OVERVOTE,
    /** It comes to a candidate whom it ranked before. */
    REPEATED_RANKING,
    /** It comes to more open ranks in a row than the rules allow. */
    SKIPPED_RANKINGS,
    /** It is surplus of those elected to the last seat, which nobody needs any more. */
    FINAL_SURPLUS
}
