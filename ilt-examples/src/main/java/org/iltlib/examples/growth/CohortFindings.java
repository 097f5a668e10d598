package org.iltlib.examples.growth;

import java.util.Optional;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.growth.measured.SimexPercentiles;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.growth.summary.GrowthCheck;
import org.iltlib.base.Measured;
import org.immutables.value.Value;

/** What was found of one cohort. */
@Value.Immutable
abstract class CohortFindings {
    /** The cohort in words. */
    abstract String name();

    abstract GrowthPercentiles growth();

    /** The errors of the newest test. */
    abstract Optional<ScoreErrors> errors();

    /** Corrected for error of measurement, if asked. */
    abstract Optional<Measured<SimexPercentiles>> corrected();

    Measured<GrowthCheck> check() {
        return GrowthCheck.of(growth());
    }

    static final class Builder extends ImmutableCohortFindings.Builder {
        Builder() {}
    }
}
