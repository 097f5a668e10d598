package org.iltlib.analytics.progress.rule;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.base.Checks;
import org.immutables.value.Value;

/**
 * The circumstances in which a rule errs more or less often: when probes are taken, how fast growth must be, how much
 * scores scatter, how often somebody looks. Immutable.
 */
@Value.Immutable
public abstract class MonitoringPlan {
    MonitoringPlan() {}

    /** The weeks, since the aim line began, in which probes are taken; each later than the one before. */
    public abstract List<Double> weeks();

    /** The growth needed a week; below zero if less is better. */
    public abstract double aimPerWeek();

    /** How scores scatter. */
    public abstract Noise noise();

    /** The true growth a week that the rule should not miss; none at all unless set. */
    @Value.Default
    public double growthNotToMiss() {
        return 0;
    }

    /** How often somebody looks; once at the end unless set. */
    @Value.Default
    public Looks looks() {
        return Looks.AT_THE_END;
    }

    /** The number of simulated runs where there is no formula; 20,000 unless set, at least 100. */
    @Value.Default
    public int runs() {
        return 20_000;
    }

    /** The seed of the simulation. */
    @Value.Default
    public long seed() {
        return 1;
    }

    /** A plan with a probe a week from week 0 on. */
    public static MonitoringPlan weekly(int probes, double aimPerWeek, Noise noise) {
        return builder()
                .weeks(IntStream.range(0, probes).mapToObj(i -> (double) i).toList())
                .aimPerWeek(aimPerWeek)
                .noise(noise)
                .build();
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.notEmpty(weeks(), "weeks");
        for (int i = 0; i < weeks().size(); i++) {
            Checks.finite(weeks().get(i), "week");
            Checks.require(
                    i == 0 || weeks().get(i) > weeks().get(i - 1),
                    "week %s follows week %s. Expected them in order, each once.",
                    weeks().get(i),
                    i == 0 ? "" : weeks().get(i - 1));
        }
        Checks.finite(aimPerWeek(), "aimPerWeek");
        Checks.require(aimPerWeek() < 0 || aimPerWeek() > 0, "aimPerWeek is 0. Expected growth or decline.");
        Checks.finite(growthNotToMiss(), "growthNotToMiss");
        Checks.require(runs() >= 100, "runs is %s. Expected at least 100.", runs());
    }

    /** The same plan seen so that more is better. */
    MonitoringPlan rising() {
        return aimPerWeek() > 0
                ? this
                : toBuilder()
                        .aimPerWeek(-aimPerWeek())
                        .growthNotToMiss(0 - growthNotToMiss())
                        .noise(noise().mirrored())
                        .build();
    }

    /** By what each score is multiplied to give the least-squares slope. */
    double[] slopeWeights() {
        double mean = weeks().stream().mapToDouble(week -> week).average().orElse(0);
        double squares = weeks().stream()
                .mapToDouble(week -> (week - mean) * (week - mean))
                .sum();
        return weeks().stream().mapToDouble(week -> (week - mean) / squares).toArray();
    }

    /** A copy with those looks. */
    public MonitoringPlan withLooks(Looks looks) {
        return toBuilder().looks(looks).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a plan; weeks, aim and noise must be set. */
    public static final class Builder extends ImmutableMonitoringPlan.Builder {
        Builder() {}
    }
}
