package org.iltlib.analytics.progress.rule;

/**
 * When is growth too slow? A named rule that is fed probe by probe. It sees how far each score is ahead of the aim line
 * or behind it; whether more or less is better has been seen to. An implementation is a value: two that compare equal
 * behave alike.
 *
 * @see ProgressRules
 */
public interface ProgressRule {
    /** The name, such as {@code 4 in a row}. */
    String name();

    /** The fewest probes in a phase from which the rule says anything, at least 1. */
    int minimum();

    /** A tracker that has seen nothing yet. */
    RuleTracker start();

    /**
     * Whether it judges growth alone, so that a student who begins a phase behind the aim line or ahead of it is judged as
     * one who begins on it. If not, no error rate is told of a phase in which an old aim line goes on. Not unless said.
     */
    default boolean ignoresStart() {
        return false;
    }

    /** How often it is looked at when its error rates are told, unless asked otherwise. */
    default Looks looks() {
        return Looks.AT_THE_END;
    }
}
