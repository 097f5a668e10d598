package org.iltlib.analytics.progress.rule;

import java.util.Optional;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.evidence.ProgressSeries;
import org.iltlib.impact.Fidelity;
import org.immutables.value.Value;

/**
 * How a school judges growth: by which rule, and from how much delivery on. Agreed before anybody sees names. Too slow
 * a growth is only blamed on the support if enough of the support was delivered. Immutable.
 *
 * <pre>{@code
 * ProgressPolicy policy = ProgressPolicy.withDefaults();
 * Measured<ProgressVerdict> verdict = policy.of(series, Measured.of(0.45));
 * verdict.value().map(ProgressVerdict::advice);              // fix delivery first
 * ProgressMonitor monitor = policy.monitor(series);          // then: monitor.feed(probe)
 * }</pre>
 */
@Value.Immutable
public abstract class ProgressPolicy {
    ProgressPolicy() {}

    /** The rule; {@link ProgressRules#UPPER_BOUND} unless set. */
    @Value.Default
    public ProgressRule rule() {
        return ProgressRules.UPPER_BOUND;
    }

    /** The share of the support that must be delivered before it is judged; 0.6 unless set. */
    @Value.Default
    public double criterion() {
        return 0.6;
    }

    /** How scores scatter; unless set, normal with the standard deviation around the phase's own line. */
    public abstract Optional<Noise> noise();

    /** The true growth a week that should not be missed; none at all unless set. */
    @Value.Default
    public double growthNotToMiss() {
        return 0;
    }

    /** How often somebody looks; as the rule says unless set. */
    public abstract Optional<Looks> looks();

    /** The number of simulated runs where there is no formula; 20,000 unless set. */
    @Value.Default
    public int runs() {
        return 20_000;
    }

    /** The seed of the simulation. */
    @Value.Default
    public long seed() {
        return 1;
    }

    /** The defaults. */
    public static ProgressPolicy withDefaults() {
        return builder().build();
    }

    /** A copy with that rule. */
    public ProgressPolicy withRule(ProgressRule rule) {
        return toBuilder().rule(rule).build();
    }

    /** A copy with that noise. */
    public ProgressPolicy withNoise(Noise noise) {
        return toBuilder().noise(noise).build();
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.share(criterion(), "criterion");
        Checks.finite(growthNotToMiss(), "growthNotToMiss");
        Checks.require(runs() >= 100, "runs is %s. Expected at least 100.", runs());
    }

    /**
     * The verdict on the phase that is going on.
     *
     * @param delivered the share of the support that was delivered as meant
     * @return missing if there are too few probes, or no aim line since the instrument changed
     */
    public Measured<ProgressVerdict> of(ProgressSeries series, Measured<Double> delivered) {
        return monitor(series).verdict(delivered);
    }

    /** As {@link #of(ProgressSeries, Measured)}, the share delivered being {@link Fidelity#implementation}. */
    public Measured<ProgressVerdict> of(ProgressSeries series, Fidelity fidelity) {
        return of(series, Measured.of(fidelity.implementation()));
    }

    /** A monitor that has seen this series and is ready for the next probe. */
    public ProgressMonitor monitor(ProgressSeries series) {
        return ProgressMonitor.of(this, series);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a policy. */
    public static final class Builder extends ImmutableProgressPolicy.Builder {
        Builder() {}
    }
}
