package org.iltlib.analytics.progress.runs;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.CountedRuns;
import org.iltlib.analytics.internal.Remembered;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.base.Checks;

/**
 * How often the rules of a run chart signal something under a plan, if nothing changed and if something did. Exact for
 * independent normal noise where it can be: runs and crossings around a known line (also after a change) and around the
 * own median, a trend alone without a change; otherwise simulated with the plan's seed and remembered, the same on any
 * number of threads.
 *
 * <pre>{@code
 * RunChances.of(RunRules.ofShift(6), RunPlan.known(24)).falseAlarm();      // 28.8 %
 * RunChances.of(RunRules.ofShift(6), RunPlan.own(24)).falseAlarm();        // 15.7 %
 * }</pre>
 */
public final class RunChances {
    private static final Remembered<Question, Chance> REMEMBERED = new Remembered<>(2000);

    private record Question(RunRules rules, RunPlan plan, double change) {}

    private final RunRules rules;
    private final RunPlan plan;
    private final Executor executor;

    private RunChances(RunRules rules, RunPlan plan, Executor executor) {
        this.rules = rules;
        this.plan = plan;
        this.executor = executor;
    }

    /** Of those rules under that plan. */
    public static RunChances of(RunRules rules, RunPlan plan) {
        return new RunChances(rules, plan, Runnable::run);
    }

    /** A copy that simulates on that executor, whose last thread must not be the caller's. */
    public RunChances on(Executor other) {
        return new RunChances(rules, plan, other);
    }

    /** The chance of any signal if the level changes by so much after the baseline. */
    public Chance signals(double change) {
        Checks.finite(change, "change");
        OptionalDouble quiet = plan.noise() instanceof Noise.Normal normal
                        && normal.below(0).isPresent()
                        && rules.runsLevel().isEmpty()
                ? quiet(change)
                : OptionalDouble.empty();
        return quiet.isPresent()
                ? Chance.exact(1 - quiet.getAsDouble())
                : REMEMBERED.get(new Question(rules, plan, change), () -> simulate(change));
    }

    /** The chance of any signal if nothing changes. */
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

    private OptionalDouble quiet(double change) {
        boolean changes = change < 0 || change > 0;
        boolean ofRuns = rules.shift().isPresent() || rules.longRun() || rules.fewCrossings();
        if (rules.trend().isPresent()) {
            return ofRuns || changes
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            QuietTrends.of(plan.points(), rules.trend().getAsInt()));
        } else if (plan.line() == RunPlan.Line.KNOWN) {
            double[] above = new double[plan.points()];
            for (int i = 0; i < above.length; i++) {
                above[i] = plan.noise().below(i < plan.baseline() ? 0 : change).orElseThrow();
            }
            return OptionalDouble.of(limits(plan.points()).around(above));
        } else if (plan.line() == RunPlan.Line.OWN && !changes) {
            int half = plan.points() / 2;
            return OptionalDouble.of(half == 0 ? 1 : limits(2 * half).aroundOwnMedian(half));
        }
        return OptionalDouble.empty();
    }

    private QuietRuns limits(int useful) {
        int longest = Math.min(useful, rules.shift().orElse(useful + 1) - 1);
        int crossings = 0;
        if (useful >= 2) {
            AnhojLimits limits = AnhojLimits.of(useful);
            longest = rules.longRun() ? Math.min(longest, limits.longestRun()) : longest;
            crossings = rules.fewCrossings() ? limits.fewestCrossings() : 0;
        }
        return new QuietRuns(longest, crossings);
    }

    private Chance simulate(double change) {
        int times = CountedRuns.of(plan.runs(), executor, run -> signals(change, run));
        return Chance.simulated(times, plan.runs());
    }

    private boolean signals(double change, int run) {
        double[] values = plan.noise().draw(plan.points(), plan.seed(), run);
        for (int i = plan.baseline(); i < values.length; i++) {
            values[i] += change;
        }
        return !rules.against(centre(values), values).isQuiet();
    }

    /** The line of the plan, were these the values; a known line is at zero. */
    private double centre(double[] values) {
        return switch (plan.line()) {
            case KNOWN -> 0;
            case OWN -> RunRules.median(values);
            case BASELINE -> RunRules.median(Arrays.copyOf(values, plan.baseline()));
        };
    }
}
