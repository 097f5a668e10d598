package org.iltlib.analytics.impact.mediate;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/** How a response goes with a dose. Immutable. People choose their doses, so it is an association ({@link #rung}). */
@Value.Immutable
public abstract class DoseEffect {
    DoseEffect() {}

    /**
     * The mean response of rows with similar doses.
     *
     * @param from the smallest dose among them
     * @param to the largest
     * @param n how many rows
     * @param mean of their responses
     */
    public record Band(double from, double to, int n, double mean) {}

    /** What one more unit of dose goes with. */
    public abstract Estimate slope();

    /** The p-value of the slope, two-sided. */
    public abstract double pValue();

    /** The p-value of a bend (a square of the dose beside it); missing with fewer than three doses or too few clusters. */
    public abstract Measured<Double> bend();

    /** From the lowest doses to the highest, with about as many rows each; equal doses are never parted. */
    public abstract List<Band> bands();

    /** The number of clusters. */
    public abstract int clusters();

    /** The number of rows that lacked something. */
    public abstract long leftOut();

    /** In words. */
    public abstract Explanation why();

    /** Checks the p-value. */
    @Value.Check
    void check() {
        Checks.share(pValue(), "pValue");
        Checks.positive(clusters(), "clusters");
    }

    /** Whether no band has a smaller mean than the one before. */
    public boolean isRising() {
        for (int i = 1; i < bands().size(); i++) {
            if (bands().get(i).mean() < bands().get(i - 1).mean()) {
                return false;
            }
        }
        return true;
    }

    /** Associated: who takes more of it differs from who takes less. */
    public ClaimRung rung() {
        return ClaimRung.ASSOCIATED;
    }

    static final class Builder extends ImmutableDoseEffect.Builder {
        Builder() {}
    }
}
