package org.iltlib.analytics.progress.rule;

import java.util.List;

/** The rules that are in use, and the one to prefer. */
public final class ProgressRules {
    /** Three in a row behind: intensify; six in a row ahead: raise the goal (University of Minnesota guide). */
    public static final ProgressRule THREE_IN_A_ROW = RunRule.of(3, 6);

    /** Four in a row behind: intensify; four in a row ahead: raise the goal. */
    public static final ProgressRule FOUR_IN_A_ROW = RunRule.of(4, 4);

    /** The median of the last three behind: intensify. */
    public static final ProgressRule MEDIAN_OF_THREE = MedianRule.of(3);

    /** The least-squares slope below the aim's: intensify. */
    public static final ProgressRule SLOPE = SlopeRule.leastSquares();

    /** The median of all pairs' slopes below the aim's: intensify. */
    public static final ProgressRule THEIL_SEN = SlopeRule.theilSen();

    /** The upper end of the slope's 80 % interval below the aim's: intensify. The one to prefer. */
    public static final ProgressRule UPPER_BOUND = BoundRule.withDefaults();

    private ProgressRules() {}

    /** All of them. */
    public static List<ProgressRule> all() {
        return List.of(THREE_IN_A_ROW, FOUR_IN_A_ROW, MEDIAN_OF_THREE, SLOPE, THEIL_SEN, UPPER_BOUND);
    }
}
