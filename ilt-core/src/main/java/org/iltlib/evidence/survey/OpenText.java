package org.iltlib.evidence.survey;

import org.iltlib.base.Checks;

/**
 * What somebody wrote in their own words: sensitive, for it may give away who wrote it or speak of others. It does not
 * print itself, has no written form, and so cannot slip into a log or a record.
 *
 * @param words what was written
 */
public record OpenText(String words) {
    /** Refuses blank words. */
    public OpenText {
        Checks.text(words, "words");
    }

    /** These words. */
    public static OpenText of(String words) {
        return new OpenText(words);
    }

    /** How long it is, and nothing of what it says. */
    @Override
    public String toString() {
        return "open text of " + words.length() + " characters";
    }
}
