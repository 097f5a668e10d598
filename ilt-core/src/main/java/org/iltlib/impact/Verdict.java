package org.iltlib.impact;

import java.util.Locale;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * Whether something works, and how often such a verdict is wrong.
 *
 * @param judgment the verdict
 * @param falseAlarm how often, at most, something without effect would be said to work; a share
 * @param explanation how it came about
 */
public record Verdict(Judgment judgment, double falseAlarm, Explanation explanation) {
    /** Checks the rate. */
    public Verdict {
        Checks.share(falseAlarm, "falseAlarm");
    }

    /** What may be said of something that was tried. */
    public enum Judgment {
        /** It works well enough to matter. */
        WORKS,
        /** It does not: an effect that matters is ruled out. */
        DOES_NOT_WORK,
        /** Too little of it happened. */
        NOT_IMPLEMENTED_ENOUGH,
        /** The interval holds both an effect that matters and none. */
        CANNOT_TELL;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
