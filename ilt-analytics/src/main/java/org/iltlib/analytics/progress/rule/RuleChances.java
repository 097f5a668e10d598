package org.iltlib.analytics.progress.rule;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.CountedRuns;
import org.iltlib.analytics.internal.Remembered;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.base.Checks;

/**
 * How a rule behaves under a plan: the chance that it says "intensify" for any true growth (its operating
 * characteristic), and so its false alarms and misses. Exact where there is a formula, otherwise simulated with the
 * plan's seed and remembered; the answer is the same on any number of threads. The true growth starts on the aim line.
 *
 * <pre>{@code
 * MonitoringPlan plan = MonitoringPlan.weekly(10, 1.5, Noise.normal(8));
 * RuleChances.of(ProgressRules.UPPER_BOUND, plan).falseAlarm();     // 0.10
 * RuleChances.of(ProgressRules.FOUR_IN_A_ROW, plan.withLooks(Looks.AFTER_EVERY_PROBE)).intensifies(0.5);   // 0.67
 * }</pre>
 */
public final class RuleChances {
    private static final Remembered<Question, Chance> REMEMBERED = new Remembered<>(2000);

    private record Question(ProgressRule rule, MonitoringPlan plan, double surplus) {}

    private final ProgressRule rule;
    private final MonitoringPlan plan;
    private final double sign;
    private final Executor executor;

    private RuleChances(ProgressRule rule, MonitoringPlan plan, double sign, Executor executor) {
        this.rule = rule;
        this.plan = plan;
        this.sign = sign;
        this.executor = executor;
    }

    /** That rule's under that plan. */
    public static RuleChances of(ProgressRule rule, MonitoringPlan plan) {
        return new RuleChances(rule, plan.rising(), Math.signum(plan.aimPerWeek()), Runnable::run);
    }

    /** A copy that simulates on that executor, whose last thread must not be the caller's. */
    public RuleChances on(Executor other) {
        return new RuleChances(rule, plan, sign, other);
    }

    /** The chance of "intensify" if the student truly grows by so much a week, in the unit of the scores. */
    public Chance intensifies(double growth) {
        return toward(sign * Checks.finite(growth, "growth"));
    }

    private Chance toward(double growth) {
        double surplus = growth - plan.aimPerWeek();
        if (plan.weeks().size() < rule.minimum()) {
            return Chance.exact(0);
        }
        if (rule instanceof KnownChances known) {
            OptionalDouble exact = known.intensifies(plan, surplus);
            if (exact.isPresent()) {
                return Chance.exact(exact.getAsDouble());
            }
        }
        return REMEMBERED.get(new Question(rule, plan, surplus), () -> simulate(surplus));
    }

    /** The chance of "intensify" for a student who grows exactly as needed. */
    public Chance falseAlarm() {
        return toward(plan.aimPerWeek());
    }

    /** The chance that "intensify" is not said of a student who grows as slowly as the plan says. */
    public Chance miss() {
        return toward(plan.growthNotToMiss()).not();
    }

    /** Both. */
    public ErrorRates rates() {
        return new ErrorRates(falseAlarm(), miss());
    }

    private Chance simulate(double surplus) {
        int times = CountedRuns.of(plan.runs(), executor, run -> alarms(surplus, run));
        return Chance.simulated(times, plan.runs());
    }

    private boolean alarms(double surplus, int run) {
        List<Double> weeks = plan.weeks();
        double[] noise = plan.noise().draw(weeks.size(), plan.seed(), run);
        RuleTracker tracker = rule.start();
        for (int i = 0; i < noise.length; i++) {
            tracker.add(weeks.get(i), surplus * weeks.get(i) + noise[i]);
            boolean looked = plan.looks() == Looks.AFTER_EVERY_PROBE || i == noise.length - 1;
            if (looked && i + 1 >= rule.minimum() && tracker.advice() == Advice.INTENSIFY) {
                return true;
            }
        }
        return false;
    }
}
