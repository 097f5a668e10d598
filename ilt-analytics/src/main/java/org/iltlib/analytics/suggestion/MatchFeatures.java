package org.iltlib.analytics.suggestion;

import org.iltlib.base.Checks;

/**
 * How one text stands to one standard: three shares, from which a person's judgement may be foretold.
 *
 * <p>The best passage is the sentence whose terms lie most in the statement: one sentence asks what the standard says,
 * however long the story around it (J. Callan, 1994, Passage-level evidence in document retrieval,
 * doi:10.1007/978-1-4471-2099-5_31).
 *
 * @param similarity the index's score of the whole text
 * @param passage the share of the terms of the best passage that lie in the statement, from 0 to 1; 0 without a sentence
 *     of four words
 * @param quantities the share of numbers, operators and variables among words and quantities, from 0 to 1
 */
public record MatchFeatures(double similarity, double passage, double quantities) {
    /** Checks the numbers. */
    public MatchFeatures {
        Checks.finite(similarity, "similarity");
        Checks.share(passage, "passage");
        Checks.share(quantities, "quantities");
    }
}
