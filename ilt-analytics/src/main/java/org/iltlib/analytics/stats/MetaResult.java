package org.iltlib.analytics.stats;

import java.util.Locale;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** Several studies together. Immutable. */
@Value.Immutable
public abstract class MetaResult {
    MetaResult() {}

    /** The mean, with its interval. */
    public abstract Estimate mean();

    /** How the variance between studies was had. */
    public abstract MetaAnalysis.Method method();

    /** Cochran's Q: the squared distances from the fixed-effect mean in standard errors, summed. */
    public abstract double q();

    /** The degrees of freedom of Q: the number of studies less one. */
    public abstract int freedom();

    /** The probability of a Q this large if there were one truth. */
    public abstract double pValue();

    /** I²: the share of the scatter that is not sampling error, 0 to 1. */
    public abstract double inconsistency();

    /** τ²: the variance of the truths, in the squared unit. */
    public abstract double betweenVariance();

    /** Such as {@code 0.24 [0.003, 0.476] standard deviations (n = 600), Q 9.23 on 5, I² 46 %}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s, Q %.2f on %d, I² %.0f %%", mean(), q(), freedom(), 100 * inconsistency());
    }

    /** Builds a result. */
    static final class Builder extends ImmutableMetaResult.Builder {
        Builder() {}
    }
}
