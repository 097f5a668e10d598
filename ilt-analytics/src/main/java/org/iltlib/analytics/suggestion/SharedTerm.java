package org.iltlib.analytics.suggestion;

import org.iltlib.base.Checks;

/**
 * A word of the text that speaks for a standard, and how much of the score it brings.
 *
 * @param term the word as the text has it, in lower case, or the name of a sort of quantity in angle brackets
 * @param share its part of the score, from 0 to 1
 */
public record SharedTerm(String term, double share) {
    /** Checks both. */
    public SharedTerm {
        Checks.text(term, "term");
        Checks.share(share, "share");
    }
}
