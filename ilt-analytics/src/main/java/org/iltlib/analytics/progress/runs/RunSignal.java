package org.iltlib.analytics.progress.runs;

/**
 * A sign that something other than chance is at work.
 *
 * @param rule which rule gave it
 * @param from the place of the first point that belongs to it, counted from 1
 * @param to the place of the point that completes it, such as the week
 */
public record RunSignal(Rule rule, int from, int to) {
    /** The rules for points in time around a median. */
    public enum Rule {
        /** So many points in a row on one side; points on the line neither count nor break. */
        SHIFT("shift"),
        /** So many points in a row that rise, or fall; equal neighbours count once. */
        TREND("trend"),
        /** Fewer runs than chance makes. */
        TOO_FEW_RUNS("too few runs"),
        /** More runs than chance makes. */
        TOO_MANY_RUNS("too many runs"),
        /** The longest run is longer than the limit for so many points. */
        LONG_RUN("unusually long run"),
        /** The line is crossed less often than the limit for so many points. */
        FEW_CROSSINGS("unusually few crossings");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        /** In words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Such as {@code shift, complete at point 17 (from 12)}. */
    @Override
    public String toString() {
        return rule + ", complete at point " + to + " (from " + from + ")";
    }
}
