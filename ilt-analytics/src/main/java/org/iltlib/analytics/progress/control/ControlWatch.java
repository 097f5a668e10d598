package org.iltlib.analytics.progress.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.progress.XmrChart;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Keeps a control chart of single values (XmR) while it grows. While the baseline of a phase is gathered nothing is
 * signalled; the point that completes it freezes the limits and may bring signals within the baseline; from then on each
 * point takes O(1). What it says is what all points at once would give. Not safe for several threads.
 */
public final class ControlWatch {
    private final ControlRules rules;
    private final List<ControlSignal> signals = new ArrayList<>();
    private final List<double[]> gathered = new ArrayList<>();
    private Optional<XmrChart> limits = Optional.empty();
    private ControlTracker tracker;
    private Optional<Double> last = Optional.empty();
    private int place;

    ControlWatch(ControlRules rules) {
        this.rules = rules;
        this.tracker = new ControlTracker(rules.ordered());
    }

    /**
     * Adds the next point.
     *
     * @return the signals that it brings, in order of place
     */
    public List<ControlSignal> feed(double value) {
        Checks.finite(value, "value");
        place++;
        List<ControlSignal> now = new ArrayList<>();
        if (limits.isPresent()) {
            now.addAll(judge(limits.get(), place, value));
        } else {
            gathered.add(new double[] {place, value});
            if (gathered.size() == rules.baseline()) {
                XmrChart frozen = rules.limits(
                        gathered.stream().mapToDouble(point -> point[1]).toArray());
                limits = Optional.of(frozen);
                gathered.forEach(point -> now.addAll(judge(frozen, (int) point[0], point[1])));
            }
        }
        signals.addAll(now);
        return List.copyOf(now);
    }

    private List<ControlSignal> judge(XmrChart frozen, int at, double value) {
        double distance = XmrChart.apart(value, frozen.mean());
        double third = (frozen.upper() - frozen.mean()) / 3;
        double thirds = distance < 0 || distance > 0 ? distance / third : 0;
        boolean wide = last.filter(before -> Math.abs(XmrChart.apart(value, before)) > frozen.upperRange())
                .isPresent();
        last = Optional.of(value);
        return tracker.add(at, value, thirds, wide);
    }

    /** Leaves a place empty: a week without a value. The next point is the neighbour of the one before. */
    public ControlWatch skip() {
        place++;
        return this;
    }

    /** Begins a phase that gathers a baseline of its own; signals so far are kept, places go on. */
    public ControlWatch restart() {
        limits = Optional.empty();
        gathered.clear();
        last = Optional.empty();
        tracker = new ControlTracker(rules.ordered());
        return this;
    }

    /** Begins a phase that has these limits from the start. */
    public ControlWatch restart(XmrChart frozen) {
        restart();
        limits = Optional.of(frozen);
        return this;
    }

    /** The limits of the phase; missing while its baseline is gathered. */
    public Measured<XmrChart> limits() {
        return limits.map(Measured::of)
                .orElse(Measured.missing(
                        MissingReason.TOO_FEW,
                        gathered.size() + " point(s) in this phase, the limits need " + rules.baseline()));
    }

    /** All signals of all phases, in the order in which they were given. */
    public List<ControlSignal> signals() {
        return List.copyOf(signals);
    }
}
