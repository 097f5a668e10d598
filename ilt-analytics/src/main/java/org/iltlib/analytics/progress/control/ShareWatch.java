package org.iltlib.analytics.progress.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;

/**
 * Keeps a chart of shares while it grows, against a frozen centre and spread; each point takes O(1). A trend is one of
 * the shares themselves; steps have no limit here, for totals differ. Not safe for several threads.
 */
public final class ShareWatch {
    private final ShareChart chart;
    private final ControlTracker tracker;
    private final List<ControlSignal> signals = new ArrayList<>();
    private int place;

    ShareWatch(ShareChart chart, Set<ControlSignal.Rule> rules) {
        this.chart = chart;
        this.tracker = new ControlTracker(new TreeSet<>(Checks.notEmpty(rules, "rules")));
    }

    /**
     * Adds the next point.
     *
     * @param count 0 to the total
     * @param total at least 1
     * @return the signals that it brings
     */
    public List<ControlSignal> feed(long count, long total) {
        double thirds = chart.thirds(count, total);
        place++;
        List<ControlSignal> now = tracker.add(place, (double) count / total, thirds, false);
        signals.addAll(now);
        return List.copyOf(now);
    }

    /** Leaves a place empty: a week without a value. */
    public ShareWatch skip() {
        place++;
        return this;
    }

    /** All signals so far. */
    public List<ControlSignal> signals() {
        return List.copyOf(signals);
    }
}
