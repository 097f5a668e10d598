package org.iltlib.plan.rollout;

import java.util.Locale;

/** What makes a strategy practical or not; the six sides of the hexagon of the National Implementation Research Network. */
public enum FeasibilityFactor {
    /** Those for whom it is need it. */
    NEED,
    /** It fits what the school does and believes already. */
    FIT,
    /** There are people, time and money to do it. */
    CAPACITY,
    /** It has been shown to work. */
    EVIDENCE,
    /** It is described well enough to be done by others. */
    USABILITY,
    /** There are training, coaching and materials. */
    SUPPORTS;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
