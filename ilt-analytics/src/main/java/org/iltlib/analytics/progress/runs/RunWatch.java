package org.iltlib.analytics.progress.runs;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.progress.runs.RunSignal.Rule;
import org.iltlib.base.Checks;

/**
 * Reads a run chart against a frozen line while it grows. Each point takes O(1), and the reading is the one that all
 * points at once would give. Not safe for several threads.
 */
public final class RunWatch {
    private static final int FEWEST_FOR_RUNS = 10;

    private final RunRules rules;
    private final List<RunSignal> done = new ArrayList<>();
    private double centre;
    private int place;
    private int first = 1;
    private int points;
    private int above;
    private int below;
    private int run;
    private int runFrom;
    private boolean runAbove;
    private int longest;
    private int longestFrom;
    private int runs;
    private int climb;
    private int climbFrom;
    private boolean rises;
    private double last;
    private int lastPlace;

    RunWatch(RunRules rules, double centre) {
        this.rules = rules;
        this.centre = Checks.finite(centre, "centre");
    }

    /**
     * Adds the next point.
     *
     * @return the shifts and trends that it completes; what the series as a whole shows is in the {@link #reading}
     */
    public List<RunSignal> feed(double value) {
        Checks.finite(value, "value");
        place++;
        List<RunSignal> now = new ArrayList<>(2);
        if (value < centre || value > centre) {
            side(value > centre, now);
        }
        climb(value, now);
        points++;
        done.addAll(now);
        return List.copyOf(now);
    }

    private void side(boolean isAbove, List<RunSignal> now) {
        if (run > 0 && isAbove == runAbove) {
            run++;
        } else {
            run = 1;
            runFrom = place;
            runAbove = isAbove;
            runs++;
        }
        above += isAbove ? 1 : 0;
        below += isAbove ? 0 : 1;
        if (run > longest) {
            longest = run;
            longestFrom = runFrom;
        }
        if (run == rules.shift().orElse(0)) {
            now.add(new RunSignal(Rule.SHIFT, runFrom, place));
        }
    }

    private void climb(double value, List<RunSignal> now) {
        boolean moves = points > 0 && (value < last || value > last);
        if (moves) {
            boolean risesNow = value > last;
            boolean goesOn = climb > 1 && risesNow == rises;
            climb = goesOn ? climb + 1 : 2;
            climbFrom = goesOn ? climbFrom : lastPlace;
            rises = risesNow;
            if (climb == rules.trend().orElse(0)) {
                now.add(new RunSignal(Rule.TREND, climbFrom, place));
            }
        }
        if (moves || points == 0) {
            last = value;
            lastPlace = place;
        }
    }

    /** Leaves a place empty: a week without a value. Nothing counts and nothing breaks. */
    public void skip() {
        place++;
    }

    /** Begins a phase with a line of its own: no run crosses it. Signals so far are kept, places go on. */
    public void restart(double newCentre) {
        centre = Checks.finite(newCentre, "centre");
        first = place + 1;
        points = 0;
        above = 0;
        below = 0;
        run = 0;
        longest = 0;
        runs = 0;
        climb = 0;
    }

    /** The reading of the phase so far, with the signals of earlier phases. */
    public RunReading reading() {
        List<RunSignal> signals = new ArrayList<>(done);
        int useful = above + below;
        if (useful >= FEWEST_FOR_RUNS && rules.runsLevel().isPresent()) {
            double half = rules.runsLevel().get() / 2;
            if (RunCounts.atMost(runs, above, below) <= half) {
                signals.add(new RunSignal(Rule.TOO_FEW_RUNS, first, place));
            } else if (RunCounts.atLeast(runs, above, below) <= half) {
                signals.add(new RunSignal(Rule.TOO_MANY_RUNS, first, place));
            }
        }
        if (useful >= 2 && (rules.longRun() || rules.fewCrossings())) {
            AnhojLimits limits = AnhojLimits.of(useful);
            if (rules.longRun() && longest > limits.longestRun()) {
                signals.add(new RunSignal(Rule.LONG_RUN, longestFrom, place));
            }
            if (rules.fewCrossings() && runs - 1 < limits.fewestCrossings()) {
                signals.add(new RunSignal(Rule.FEW_CROSSINGS, first, place));
            }
        }
        return new RunReading.Builder()
                .centre(centre)
                .points(points)
                .useful(useful)
                .longestRun(longest)
                .crossings(Math.max(0, runs - 1))
                .signals(signals)
                .build();
    }
}
