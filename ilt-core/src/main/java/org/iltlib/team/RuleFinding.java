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
        PASS("passes"),
        /** It does not. */
        FAIL("fails"),
        /** It does not concern this team or school. */
        NOT_APPLICABLE("does not apply"),
        /** It cannot be told, because a fact about the school is not known. */
        NOT_CHECKED("not checked"),
        /** It is advice; the explanation says how near the team comes. */
        ADVISORY("advice");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** In words: {@code passes}. */
        @Override
        public String toString() {
            return words;
        }
    }
}
