package org.iltlib.analytics.progress.runs;

import java.util.List;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/** A run chart as it was read. Immutable. */
@Value.Immutable
public abstract class RunReading {
    RunReading() {}

    /** The line against which it was read. */
    public abstract double centre();

    /** The number of points. */
    public abstract int points();

    /** The number of points that are not on the line. */
    public abstract int useful();

    /** The length of the longest run on one side. */
    public abstract int longestRun();

    /** How often the line is crossed. */
    public abstract int crossings();

    /** The signals: shifts and trends in order of completion, then what the series as a whole shows. */
    public abstract List<RunSignal> signals();

    /** Whether nothing but chance shows. */
    public boolean isQuiet() {
        return signals().isEmpty();
    }

    /** In words. */
    public Explanation explain() {
        Explanation words = Explanation.of(
                        isQuiet()
                                ? "Nothing that chance would not show."
                                : "Something other than chance is likely at work.")
                .because(
                        "%d points, %d of them not on the line at %.2f; longest run %d, %d crossings.",
                        points(), useful(), centre(), longestRun(), crossings());
        for (RunSignal signal : signals()) {
            words = words.because(signal.toString());
        }
        return words.because("Whether a single point is off by too much is for those to say who know the place.");
    }

    /** Builds a reading. */
    static final class Builder extends ImmutableRunReading.Builder {
        Builder() {}
    }
}
