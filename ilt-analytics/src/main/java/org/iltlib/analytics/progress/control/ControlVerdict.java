package org.iltlib.analytics.progress.control;

import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.analytics.progress.XmrChart;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/**
 * What a control chart shows of the points after its baseline, and how often such a chart errs. What it shows within the
 * baseline is told apart, for limits of an unsteady baseline are of little worth. Immutable.
 */
@Value.Immutable
public abstract class ControlVerdict {
    ControlVerdict() {}

    /** The limits, frozen after the baseline. */
    public abstract XmrChart limits();

    /** The signals that a point after the baseline completes, in the order in which they came. */
    public abstract List<ControlSignal> signals();

    /** The signals that are complete within the baseline; no part of the verdict and of no error rate. */
    public abstract List<ControlSignal> baselineSignals();

    /** How often these rules signal something after the baseline when nothing changed, and nothing when the level did. */
    public abstract ErrorRates rates();

    /** Whether nothing but chance shows after the baseline. */
    public boolean isQuiet() {
        return signals().isEmpty();
    }

    /** In words. */
    public Explanation explain() {
        Explanation words = Explanation.of(isQuiet() ? "The process is what it was." : "The process has changed.")
                .because(
                        "Centre %.2f, limits %.2f to %.2f, frozen after the baseline.",
                        limits().mean(), limits().lower(), limits().upper());
        for (ControlSignal signal : signals()) {
            words = words.because(signal.toString());
        }
        if (!baselineSignals().isEmpty()) {
            words = words.because(
                    "The baseline itself is not steady, so its limits are of little worth: %s.",
                    baselineSignals().stream().map(ControlSignal::toString).collect(Collectors.joining("; ")));
        }
        return words.because(
                "With a baseline and a number of points like these a false alarm after the baseline comes %s of the time,"
                        + " and the change that should not be missed stays unseen %s of the time.",
                rates().falseAlarm(), rates().miss());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a verdict. */
    static final class Builder extends ImmutableControlVerdict.Builder {
        Builder() {}
    }
}
