package org.iltlib.analytics.quantile;

import java.util.List;
import java.util.concurrent.Executor;
import org.immutables.value.Value;

/** What a {@link QuantileRegression} was told. */
@Value.Immutable
abstract class QuantileOptions {
    abstract List<Double> taus();

    @Value.Default
    double level() {
        return 0.95;
    }

    @Value.Default
    QuantileErrors errors() {
        return QuantileErrors.NID;
    }

    @Value.Default
    Bandwidth bandwidth() {
        return Bandwidth.HALL_SHEATHER;
    }

    @Value.Default
    int replications() {
        return 400;
    }

    @Value.Default
    long seed() {
        return 1;
    }

    @Value.Default
    String unit() {
        return "points";
    }

    @Value.Default
    Executor executor() {
        return Runnable::run;
    }
}
