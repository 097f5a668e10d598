package org.iltlib.analytics.progress.control;

import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.CountedRuns;
import org.iltlib.analytics.internal.Remembered;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.base.Checks;

/**
 * How often control rules signal something among the points after the baseline, if nothing changed and if the level did.
 * The limits come from a baseline of chance, as they do in life: with twelve points they are far from sure, and false
 * alarms are more than tables of known limits say. Simulated with the plan's seed and remembered, the same on any number
 * of threads.
 *
 * <pre>{@code
 * ErrorRates rates = ControlChances.of(ControlRules.withDefaults(), ControlPlan.watching(6)).rates();
 * }</pre>
 */
public final class ControlChances {
    private static final Remembered<Question, Chance> REMEMBERED = new Remembered<>(2000);

    private record Question(ControlRules rules, ControlPlan plan, double change) {}

    private final ControlRules rules;
    private final ControlPlan plan;
    private final Executor executor;

    private ControlChances(ControlRules rules, ControlPlan plan, Executor executor) {
        this.rules = rules;
        this.plan = plan;
        this.executor = executor;
    }

    /** Of those rules under that plan. */
    public static ControlChances of(ControlRules rules, ControlPlan plan) {
        return new ControlChances(rules, plan, Runnable::run);
    }

    /** A copy that simulates on that executor, whose last thread must not be the caller's. */
    public ControlChances on(Executor other) {
        return new ControlChances(rules, plan, other);
    }

    /** The chance of any signal after the baseline if the level changes by so much. */
    public Chance signals(double change) {
        Checks.finite(change, "change");
        return REMEMBERED.get(new Question(rules, plan, change), () -> {
            int times = CountedRuns.of(plan.runs(), executor, run -> signals(change, run));
            return Chance.simulated(times, plan.runs());
        });
    }

    /** The chance of a signal if nothing changes. */
    public Chance falseAlarm() {
        return signals(0);
    }

    /** The chance of no signal if the level changes as the plan says. */
    public Chance miss() {
        return signals(plan.change()).not();
    }

    /** Both. */
    public ErrorRates rates() {
        return new ErrorRates(falseAlarm(), miss());
    }

    private boolean signals(double change, int run) {
        int baseline = rules.baseline();
        double[] values = plan.noise().draw(baseline + plan.watched(), plan.seed(), run);
        ControlWatch watch = rules.watch();
        boolean signals = false;
        for (int i = 0; i < values.length; i++) {
            boolean now = !watch.feed(values[i] + (i < baseline ? 0 : change)).isEmpty();
            signals |= now && i >= baseline;
        }
        return signals;
    }
}
