package org.iltlib.analytics.progress.rule;

import org.iltlib.base.Explanation;

/** What a rule remembers of one phase, fed probe by probe. Not safe for several threads. */
public interface RuleTracker {
    /**
     * Adds the next probe.
     *
     * @param week the weeks since the aim line began, larger each time
     * @param distance how far the score is ahead of the aim line; below zero if it is behind
     */
    void add(double week, double distance);

    /** What the rule proposes after the probes so far; only asked from the rule's minimum on. */
    Advice advice();

    /** Why, in words. */
    Explanation why();
}
