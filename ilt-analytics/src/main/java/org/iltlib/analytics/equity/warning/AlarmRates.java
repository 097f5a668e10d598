package org.iltlib.analytics.equity.warning;

import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** How often an alarm was right, as shares with Wilson's intervals; withheld where too few stand behind one. Immutable. */
@Value.Immutable
public abstract class AlarmRates {
    AlarmRates() {}

    /** Of those to whom it happened, the share flagged. */
    public abstract Measured<Estimate> sensitivity();

    /** Of those to whom it did not happen, the share not flagged. */
    public abstract Measured<Estimate> specificity();

    /** Of those flagged, the share to whom it happened (positive predictive value). */
    public abstract Measured<Estimate> rightAlarms();

    /** Of those not flagged, the share to whom it did not happen (negative predictive value). */
    public abstract Measured<Estimate> rightSilence();

    /** Of those to whom it did not happen, the share flagged: 1 − specificity. */
    public Measured<Estimate> falseAlarms() {
        return specificity().map(AlarmRates::complement);
    }

    private static Estimate complement(Estimate share) {
        return share.toBuilder()
                .value(1 - share.value())
                .lower(1 - share.upper())
                .upper(1 - share.lower())
                .build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds rates; all must be set. */
    public static final class Builder extends ImmutableAlarmRates.Builder {
        Builder() {}
    }
}
