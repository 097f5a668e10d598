package org.iltlib.plan.design;

import java.util.Locale;

/** How far a draft has come. */
public enum DraftStage {
    /** It is put forward; nobody has said anything yet. */
    PUT_FORWARD,
    /** It is commented on or approved by some. */
    IN_REVIEW,
    /** Every comment is answered and every group that must has approved. */
    READY,
    /** A decision has adopted it. */
    ADOPTED;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
