package org.iltlib.analytics.progress.runs;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * Which rules a run chart is read by. Whether a single point is so far off that it needs no rule is left to people who
 * know the place. Immutable.
 *
 * <pre>{@code
 * Measured<RunReading> reading = RunRules.anhoj().of(62, 60, 65, 61, 58, 63, 66, 64, 59, 62, 61, 65);
 * RunWatch watch = RunRules.perla().watch(62);          // a median frozen before the change
 * List<RunSignal> now = watch.feed(72);
 * }</pre>
 *
 * <p>Sources: Perla, Provost &amp; Murray 2011, doi:10.1136/bmjqs.2009.037895; Anhøj &amp; Olesen 2014,
 * doi:10.1371/journal.pone.0113825.
 */
@Value.Immutable
public abstract class RunRules {
    RunRules() {}

    /** The length of a shift, at least 2; no such rule if empty. */
    public abstract OptionalInt shift();

    /** The number of points of a trend, at least 3; no such rule if empty. */
    public abstract OptionalInt trend();

    /**
     * The level, of both tails together, at which runs are too few or too many; no such rule if empty. The number of runs
     * is compared with its exact distribution given how many points lie on either side (Wald &amp; Wolfowitz 1940), from
     * ten useful points on.
     */
    public abstract Optional<Double> runsLevel();

    /** Whether the longest run is held against {@link AnhojLimits}. */
    @Value.Default
    public boolean longRun() {
        return false;
    }

    /** Whether the crossings are held against {@link AnhojLimits}. */
    @Value.Default
    public boolean fewCrossings() {
        return false;
    }

    /** Shift of 6, trend of 5, too few or too many runs at the 5 % level. */
    public static RunRules perla() {
        return builder().shift(6).trend(5).runsLevel(0.05).build();
    }

    /** The longest run and the crossings, whose limits grow with the number of points. */
    public static RunRules anhoj() {
        return builder().longRun(true).fewCrossings(true).build();
    }

    /** Shift alone, of that length. */
    public static RunRules ofShift(int length) {
        return builder().shift(length).build();
    }

    /** Trend alone, of that many points. */
    public static RunRules ofTrend(int points) {
        return builder().trend(points).build();
    }

    /** Checks that there is a rule, and the lengths. */
    @Value.Check
    void check() {
        Checks.require(
                shift().isPresent() || trend().isPresent() || runsLevel().isPresent() || longRun() || fewCrossings(),
                "There is no rule. Expected at least one. Maybe RunRules.perla().");
        shift().ifPresent(length -> Checks.require(length >= 2, "shift is %s. Expected at least 2.", length));
        trend().ifPresent(points -> Checks.require(points >= 3, "trend is %s. Expected at least 3.", points));
        runsLevel()
                .ifPresent(level ->
                        Checks.require(level > 0 && level < 1, "runsLevel is %s. Expected between 0 and 1.", level));
    }

    /** A watch that has seen nothing yet, against a frozen line such as the median of the baseline. */
    public RunWatch watch(double centre) {
        return new RunWatch(this, centre);
    }

    /** The reading against a frozen line. O(points). */
    public RunReading against(double centre, double... values) {
        RunWatch watch = watch(centre);
        for (double value : values) {
            watch.feed(value);
        }
        return watch.reading();
    }

    /**
     * The reading against the values' own median; it moves with each new value, so a longer series is read anew. O(n log
     * n). Missing if there is no value.
     */
    public Measured<RunReading> of(double... values) {
        return values.length == 0
                ? Measured.missing(MissingReason.TOO_FEW, "no value")
                : Measured.of(against(median(values), values));
    }

    /**
     * The reading with its error rates. The line is that of the plan; a known one is given by {@link #judge(RunPlan,
     * double, double...)}.
     *
     * @throws IllegalArgumentException if there are not as many values as the plan has points
     */
    public RunVerdict judge(RunPlan plan, double... values) {
        Checks.require(
                plan.line() != RunPlan.Line.KNOWN,
                "The line of the plan is KNOWN. Expected BASELINE or OWN. Maybe give the line as well.");
        return judge(plan, median(plan.line() == RunPlan.Line.OWN ? values : first(plan, values)), values);
    }

    /** The reading against that line, with its error rates; as {@link #judge(RunPlan, double...)}. */
    public RunVerdict judge(RunPlan plan, double centre, double... values) {
        Checks.require(
                values.length == plan.points(),
                "There are %s value(s) and the plan has %s point(s). Expected as many.",
                values.length,
                plan.points());
        return new RunVerdict(against(centre, values), RunChances.of(this, plan).rates(), plan);
    }

    private static double[] first(RunPlan plan, double... values) {
        return Arrays.copyOf(values, Math.min(values.length, plan.baseline()));
    }

    /**
     * The median, to be frozen before a change.
     *
     * @param values at least one, all finite
     */
    public static double median(double... values) {
        Checks.require(values.length > 0, "There is no value. Expected at least one.");
        double[] sorted = values.clone();
        for (double value : sorted) {
            Checks.finite(value, "value");
        }
        Arrays.sort(sorted);
        int n = sorted.length;
        return sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    public static final class Builder extends ImmutableRunRules.Builder {
        Builder() {}
    }
}
