package org.iltlib.analytics.progress.control;

import java.util.List;
import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.analytics.progress.XmrChart;
import org.iltlib.base.Explanation;

/**
 * What a control chart shows, and how often such a chart errs.
 *
 * @param limits frozen after the baseline
 * @param signals in the order in which they came
 * @param rates how often these rules signal something after the baseline when nothing changed, and nothing when the level
 *     did
 */
public record ControlVerdict(XmrChart limits, List<ControlSignal> signals, ErrorRates rates) {
    /** Copies the signals. */
    public ControlVerdict {
        signals = List.copyOf(signals);
    }

    /** Whether nothing but chance shows. */
    public boolean isQuiet() {
        return signals.isEmpty();
    }

    /** In words. */
    public Explanation explain() {
        Explanation words = Explanation.of(isQuiet() ? "The process is what it was." : "The process has changed.")
                .because(
                        "Centre %.2f, limits %.2f to %.2f, frozen after the baseline.",
                        limits.mean(), limits.lower(), limits.upper());
        for (ControlSignal signal : signals) {
            words = words.because(signal.toString());
        }
        return words.because(
                "With a baseline and a number of points like these a false alarm comes %s of the time, and the change that"
                        + " should not be missed stays unseen %s of the time.",
                rates.falseAlarm(), rates.miss());
    }
}
