package org.iltlib.analytics.progress;

import java.util.Locale;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** How a gap stands on its way to a target. Immutable. */
@Value.Immutable
public abstract class GapCourse {
    /** What may be said of a gap. */
    public enum Status {
        /** Neither closed, nor moved by more than chance explains. */
        OPEN,
        /** Smaller than it was, by more than chance explains. */
        NARROWING,
        /** At the target, or so near that it does not matter, error bars included. */
        CLOSED,
        /** Larger than it was, by more than chance explains. */
        WIDENED;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    GapCourse() {}

    /** What may be said. */
    public abstract Status status();

    /** The change since the baseline; above zero if the gap is smaller. */
    public abstract Estimate change();

    /** The share of the way to the target that is gone; below zero if the gap is larger, above 1 beyond the target. */
    public abstract double closed();

    /** The share of the time to the deadline that is gone; above 1 after it. */
    public abstract double timeGone();

    /** Why. */
    public abstract Explanation why();

    /** The share of the way over the share of the time: 1 keeps the deadline. */
    public double pace() {
        return closed() / timeGone();
    }

    /** Builds a course. */
    static final class Builder extends ImmutableGapCourse.Builder {
        Builder() {}
    }
}
