package org.iltlib.analytics.progress.control;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.analytics.progress.XmrChart;
import org.iltlib.analytics.progress.control.ControlSignal.Rule;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * How a control chart of single values is kept: which rules, how many points give the limits, and whether large steps
 * are left out of them. Limits are frozen after the baseline and stay so until a new phase. Immutable.
 *
 * <pre>{@code
 * ControlWatch watch = ControlRules.withDefaults().watch();          // twelve points give the limits
 * for (double week : weeks) {
 *     watch.feed(week).forEach(System.out::println);                // a point outside the limits, at point 13
 * }
 * watch.limits();                                                    // 53.2194 to 71.1139
 * }</pre>
 *
 * <p>Sources: Wheeler, Understanding Variation, 1993; Nelson 1982, Control charts for individual measurements, Journal of
 * Quality Technology 14(3).
 */
@Value.Immutable
public abstract class ControlRules {
    ControlRules() {}

    /** The rules, at least one. */
    public abstract Set<Rule> rules();

    /** How many points of a phase give its limits, at least 2; 12 unless set. */
    @Value.Default
    public int baseline() {
        return 12;
    }

    /** Whether steps above 3.5 times the mean step are left out of the limits; they are not unless set. */
    @Value.Default
    public boolean screening() {
        return false;
    }

    /** All rules. */
    public static ControlRules withDefaults() {
        return builder().rules(EnumSet.allOf(Rule.class)).build();
    }

    /** Those rules alone. */
    public static ControlRules of(Rule first, Rule... more) {
        return builder().rules(EnumSet.of(first, more)).build();
    }

    /** A copy whose limits come from so many points. */
    public ControlRules withBaseline(int points) {
        return builder().from(this).baseline(points).build();
    }

    /** A copy that leaves large steps out of the limits. */
    public ControlRules withScreening() {
        return builder().from(this).screening(true).build();
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.notEmpty(rules(), "rules");
        Checks.require(baseline() >= 2, "baseline is %s. Expected at least 2.", baseline());
    }

    /** A watch that has seen nothing yet. */
    public ControlWatch watch() {
        return new ControlWatch(this);
    }

    /** A watch whose first phase has these limits from the start, from an earlier baseline. */
    public ControlWatch watch(XmrChart limits) {
        return new ControlWatch(this).restart(limits);
    }

    /** The watch after all these values. O(values). */
    public ControlWatch of(double... values) {
        ControlWatch watch = watch();
        for (double value : values) {
            watch.feed(value);
        }
        return watch;
    }

    /**
     * The verdict on all these values, with the error rates for as many points after the baseline, noise that is normal
     * and independent, and a change of one standard deviation; missing if there is no point after the baseline. Signals
     * that are complete within the baseline are told apart: they are no part of the verdict, as of no error rate.
     */
    public Measured<ControlVerdict> judge(double... values) {
        return judge(ControlPlan.watching(Math.max(1, values.length - baseline())), values);
    }

    /** As {@link #judge(double...)}, with the error rates of that plan: one's own noise, another change. */
    public Measured<ControlVerdict> judge(ControlPlan plan, double... values) {
        if (values.length <= baseline()) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    values.length + " value(s), the baseline takes " + baseline() + " and one must follow");
        }
        ControlWatch watch = of(values);
        return watch.limits()
                .map(limits -> ControlVerdict.builder()
                        .limits(limits)
                        .signals(watch.signals().stream()
                                .filter(signal -> signal.to() > baseline())
                                .toList())
                        .baselineSignals(watch.signals().stream()
                                .filter(signal -> signal.to() <= baseline())
                                .toList())
                        .rates(ControlChances.of(this, plan).rates())
                        .build());
    }

    XmrChart limits(double... values) {
        return screening() ? XmrChart.screened(values) : XmrChart.of(values);
    }

    /** The rules in their own order, whichever set they came in. */
    Set<Rule> ordered() {
        return new TreeSet<>(rules());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    public static final class Builder extends ImmutableControlRules.Builder {
        Builder() {}
    }
}
