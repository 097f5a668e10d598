package org.iltlib.plan.rollout;

import java.util.Locale;

/** How far something new has come, after the stages of the National Implementation Research Network. */
public enum ImplementationStage {
    /** It is thought over; nothing is ready. */
    EXPLORATION,
    /** What it needs is being put in place. */
    INSTALLATION,
    /** It is in use, by fewer than half as it is meant. */
    INITIAL,
    /** At least half of those who should use it do so as it is meant. */
    FULL,
    /** It has been in full use for two years. */
    SUSTAINED;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
