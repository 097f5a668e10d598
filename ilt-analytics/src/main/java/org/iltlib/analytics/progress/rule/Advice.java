package org.iltlib.analytics.progress.rule;

import java.util.Locale;

/** What a rule proposes. A person decides. */
public enum Advice {
    /** More or other support: growth is too slow. */
    INTENSIFY,
    /** Go on: nothing speaks for a change. */
    CONTINUE,
    /** A higher goal, or less support: growth is faster than needed. */
    RAISE_GOAL,
    /** Growth is too slow, but too little of the support was delivered to blame the support. */
    FIX_DELIVERY_FIRST,
    /** Growth is too slow, and nobody looked at how much of the support was delivered. */
    CHECK_DELIVERY_FIRST;

    /** Whether something should change, so that a person must confirm it. */
    public boolean asksForChange() {
        return this != CONTINUE;
    }

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
