package org.iltlib.team;

import org.iltlib.base.Explanation;

/**
 * What one rule found about one team.
 *
 * @param rule the rule
 * @param status whether it holds
 * @param explanation why
 */
public record RuleFinding(CompositionRule rule, Status status, Explanation explanation) {

    /** Whether a rule holds. */
    public enum Status {
        /** It holds. */
        PASS,
        /** It does not. */
        FAIL,
        /** It does not concern this team or school. */
        NOT_APPLICABLE,
        /** It cannot be told, because a fact about the school is not known. */
        NOT_CHECKED,
        /** It is advice; the explanation says how near the team comes. */
        ADVISORY
    }
}
