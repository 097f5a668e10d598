package org.iltlib.analytics.progress.control;

/**
 * A sign that a process is no longer what it was.
 *
 * @param rule which rule gave it
 * @param from the place of the first point that belongs to it, counted from 1
 * @param to the place of the point that completes it, such as the week
 */
public record ControlSignal(Rule rule, int from, int to) {
    /** The rules for points between limits; the band from the centre to a limit has three thirds. */
    public enum Rule {
        /** A point beyond a limit. */
        POINT_OUTSIDE("a point outside the limits"),
        /** A step from one point to the next that is larger than the limit of steps. */
        RANGE_OUTSIDE("a step above the limit of steps"),
        /** Eight points in a row on one side of the centre; a point on the centre ends a row. */
        EIGHT_ON_ONE_SIDE("eight in a row on one side"),
        /** Of three points in a row, two in the outer third of the same side or beyond. */
        TWO_OF_THREE_OUTER("two of three in the outer third"),
        /** Fifteen points in a row in the thirds next to the centre: too quiet to be true. */
        FIFTEEN_INNER("fifteen in a row near the centre"),
        /** Six points in a row that rise, or fall; an equal neighbour ends a row. */
        TREND_OF_SIX("six in a row rising or falling");

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

    /** Such as {@code a point outside the limits, at point 13}. */
    @Override
    public String toString() {
        return rule + (from == to ? ", at point " + to : ", complete at point " + to + " (from " + from + ")");
    }
}
