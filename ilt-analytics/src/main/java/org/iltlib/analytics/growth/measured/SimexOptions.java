package org.iltlib.analytics.growth.measured;

import java.util.List;
import java.util.concurrent.Executor;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.immutables.value.Value;

/** What a {@link Simex} was told. */
@Value.Immutable
abstract class SimexOptions {
    abstract List<ScoreErrors> errors();

    @Value.Default
    List<Double> lambdas() {
        return List.of(0.5, 1.0, 1.5, 2.0);
    }

    @Value.Default
    int replicates() {
        return 75;
    }

    @Value.Default
    int sample() {
        return 5_000;
    }

    @Value.Default
    boolean quadratic() {
        return false;
    }

    @Value.Default
    long seed() {
        return 1;
    }

    @Value.Default
    GrowthModel model() {
        return GrowthModel.withDefaults();
    }

    @Value.Default
    Executor executor() {
        return Runnable::run;
    }
}
