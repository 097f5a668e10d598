package org.iltlib.analytics.growth.percentile;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.immutables.value.Value;

/** What a {@link GrowthModel} was told. */
@Value.Immutable
abstract class GrowthOptions {
    @Value.Default
    int orders() {
        return Integer.MAX_VALUE;
    }

    @Value.Default
    int fewestStudents() {
        return 250;
    }

    @Value.Default
    boolean endsAdjusted() {
        return false;
    }

    @Value.Default
    double level() {
        return 0.95;
    }

    abstract Optional<ScoreErrors> errors();

    @Value.Default
    PercentileFit fit() {
        return PercentileFit.INDEPENDENT_SORTED;
    }

    @Value.Default
    Executor executor() {
        return Runnable::run;
    }
}
