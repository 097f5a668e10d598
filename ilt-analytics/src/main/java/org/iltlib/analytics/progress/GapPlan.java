package org.iltlib.analytics.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.iltlib.analytics.progress.GapCourse.Status;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/**
 * Where a gap stood, where it should be, and by when. A gap is a difference, below zero if the group is behind. It closes
 * or widens only by more than the error bars of both readings allow. Immutable.
 *
 * <pre>{@code
 * GapPlan plan = GapPlan.builder().baseline(gap).since(october).deadline(june).build();      // to zero by June
 * Measured<GapCourse> course = plan.of(gapInMarch, march);
 * course.value().map(GapCourse::status);                                                    // narrowing
 * }</pre>
 */
@Value.Immutable
public abstract class GapPlan {
    GapPlan() {}

    /** The gap at the start. */
    public abstract Estimate baseline();

    /** The day of the baseline. */
    public abstract LocalDate since();

    /** What the gap should be; zero unless set. */
    @Value.Default
    public double target() {
        return 0;
    }

    /** The day by which. */
    public abstract LocalDate deadline();

    /** What is left of a gap that does not matter any more, in its unit; 0.05 unless set, as in standard deviations. */
    @Value.Default
    public double tolerance() {
        return 0.05;
    }

    /** The confidence level of the change, between 0 and 1; 0.95 unless set. */
    @Value.Default
    public double level() {
        return 0.95;
    }

    /** Checks the numbers and the order of time. */
    @Value.Check
    void check() {
        Checks.require(
                deadline().isAfter(since()),
                "The deadline is %s and the baseline of %s. Expected a later deadline.",
                deadline(),
                since());
        Checks.finite(target(), "target");
        Checks.require(
                target() > baseline().value(),
                "target is %s and the gap %s already. Expected a target above it. Maybe the gap is turned round: group"
                        + " less reference is below zero if the group is behind.",
                target(),
                baseline().value());
        Checks.require(
                Checks.finite(tolerance(), "tolerance") >= 0, "tolerance is %s. Expected zero or more.", tolerance());
        Checks.require(level() > 0 && level() < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level());
    }

    /**
     * How the gap stands, two readings taken as independent. Closed: the whole interval is at the target or within the
     * tolerance below it. Narrowing, widened: the interval of the change excludes zero. Otherwise open.
     *
     * @return missing if one of the readings has no standard error
     * @throws IllegalArgumentException if the day is not after the baseline's, or the unit is another
     */
    public Measured<GapCourse> of(Estimate now, LocalDate on) {
        Checks.require(on.isAfter(since()), "The reading is of %s. Expected a day after %s.", on, since());
        Checks.require(
                now.unit().equals(baseline().unit()),
                "The reading is in %s. Expected %s as the baseline.",
                now.unit(),
                baseline().unit());
        if (baseline().standardError().isEmpty() || now.standardError().isEmpty()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "a reading has no standard error");
        }
        double error =
                Math.hypot(baseline().standardError().get(), now.standardError().get());
        double reach = error * Distributions.normalQuantile((1 + level()) / 2);
        double moved = now.value() - baseline().value();
        Estimate change = Estimate.builder()
                .value(moved)
                .lower(moved - reach)
                .upper(moved + reach)
                .level(level())
                .standardError(error)
                .n(Math.min(baseline().n(), now.n()))
                .unit(now.unit())
                .method("difference of two independent readings, normal interval")
                .build();
        Status status = now.lower() >= target() - tolerance()
                ? Status.CLOSED
                : change.lower() > 0 ? Status.NARROWING : change.upper() < 0 ? Status.WIDENED : Status.OPEN;
        double closed = moved / (target() - baseline().value());
        double time = (double) ChronoUnit.DAYS.between(since(), on) / ChronoUnit.DAYS.between(since(), deadline());
        Explanation why = Explanation.of("The gap is %s.", status)
                .because("It was %s on %s and is %s on %s.", baseline(), since(), now, on)
                .because("Change: %s.", change)
                .because(
                        "Of the way to %.2f, %.0f %% is gone in %.0f %% of the time.",
                        target(), 100 * closed, 100 * time);
        return Measured.of(new GapCourse.Builder()
                .status(status)
                .change(change)
                .closed(closed)
                .timeGone(time)
                .why(why)
                .build());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a plan; baseline, its day and the deadline must be set. */
    public static final class Builder extends ImmutableGapPlan.Builder {
        Builder() {}
    }
}
