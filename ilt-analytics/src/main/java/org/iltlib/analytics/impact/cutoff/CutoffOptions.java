package org.iltlib.analytics.impact.cutoff;

import java.util.Optional;
import org.iltlib.analytics.regression.ErrorRule;
import org.immutables.value.Value;

/** What a {@link RegressionDiscontinuity} was told. */
@Value.Immutable
abstract class CutoffOptions {
    abstract Kernel kernel();

    abstract Optional<Double> bandwidth();

    abstract Optional<Double> biasBandwidth();

    abstract Optional<ErrorRule> rule();

    abstract double donut();

    abstract double level();

    abstract String unit();

    static CutoffOptions defaults() {
        return new Builder()
                .kernel(Kernel.TRIANGULAR)
                .donut(0)
                .level(0.95)
                .unit("points")
                .build();
    }

    Builder toBuilder() {
        return new Builder().from(this);
    }

    static final class Builder extends ImmutableCutoffOptions.Builder {}
}
