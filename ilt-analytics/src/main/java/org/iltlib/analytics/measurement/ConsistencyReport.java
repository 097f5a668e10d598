package org.iltlib.analytics.measurement;

import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** What {@link InternalConsistency} found: the reliability of a total score in the forms in use. Immutable. */
@Value.Immutable
public abstract class ConsistencyReport {
    ConsistencyReport() {}

    /** The students behind the numbers: those with points on every item. */
    public abstract long students();

    /** The students who lack an item and are not used. */
    public abstract long incomplete();

    /** The number of items. */
    public abstract int items();

    /** The mean of the totals, in points. */
    public abstract Measured<Double> mean();

    /** The standard deviation of the totals with n − 1, in points. */
    public abstract Measured<Double> standardDeviation();

    /** Cronbach's alpha with Feldt's interval, and the standard error of measurement. */
    public abstract Reliability reliability();

    /** Whether every item is scored 0 or 1, so that alpha is KR-20. */
    public abstract boolean isRightOrWrong();

    /**
     * The standard error of alpha that does not ask for equal covariances, by van Zyl, Neudecker and Nel (2000) as in
     * Duhachek and Iacobucci (2004), doi:10.1037/0021-9010.89.5.792.
     */
    public abstract Measured<Double> alphaStandardError();

    /** The mean of the correlations of all pairs of items; missing if an item does not vary. */
    public abstract Measured<Double> averageCorrelation();

    /** Alpha of the items brought to the same spread: k r̄ / (1 + (k − 1) r̄). */
    public abstract Measured<Double> standardisedAlpha();

    /** KR-21, which takes all items to be equally hard; missing unless every item is scored 0 or 1. */
    public abstract Measured<Double> kr21();

    /** Guttman's λ6, from the share of each standardised item that the others explain. */
    public abstract Measured<Double> lambda6();

    /** Omega total: the share of the variance of totals that one common factor, fitted by maximum likelihood, carries. */
    public abstract Measured<Double> omegaTotal();

    /** Split-half coefficients. */
    public abstract SplitHalf splitHalf();

    /** KR-20: alpha, if every item is scored 0 or 1; not applicable otherwise. */
    public Measured<Double> kr20() {
        return isRightOrWrong()
                ? reliability().alpha().map(Estimate::value)
                : Measured.missing(MissingReason.NOT_APPLICABLE, "an item earns more than one point");
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableConsistencyReport.Builder {
        Builder() {}
    }
}
