package org.iltlib.evidence.fitness;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * Whether the evidence supports a use of an assessment, and why.
 *
 * @param use the use
 * @param level how far it is supported
 * @param reasons what was asked and found, at least one
 */
public record UseVerdict(AssessmentUse use, Level level, List<String> reasons) {

    /** How far a use is supported; the weakest aspect decides. */
    public enum Level {
        /** Every aspect asked for is good enough. */
        SUPPORTED("supported"),
        /** Some aspect is good enough only with caution. */
        WITH_CAUTION("supported with caution"),
        /** Nothing speaks against it, and something that is asked for is not known. */
        NOT_KNOWN("not known"),
        /** Some aspect is not good enough. */
        NOT_SUPPORTED("not supported");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        /** The weaker of the two. */
        Level and(Level other) {
            return compareTo(other) >= 0 ? this : other;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks that there is a reason. */
    public UseVerdict {
        reasons = List.copyOf(Checks.notEmpty(reasons, "reasons"));
    }

    /** Of an assessment of which nobody stated anything: not known, or not supported where nothing can support it. */
    public static UseVerdict withoutStatement(AssessmentUse use) {
        return use.isNeverSupported()
                ? new UseVerdict(
                        use, Level.NOT_SUPPORTED, List.of("no figure supports it: the scores tell of students"))
                : new UseVerdict(use, Level.NOT_KNOWN, List.of("there is no fitness statement"));
    }

    /** Such as {@code place a student: not supported (reliability 0.78 (n = 68), expected at least 0.90)}. */
    @Override
    public String toString() {
        return use + ": " + level + " (" + String.join("; ", reasons) + ")";
    }
}
