package org.iltlib.analytics.alignment;

import org.iltlib.base.Measured;
import org.immutables.value.Value;

/** Webb's four criteria for one standard: means over raters, exact. Immutable. */
@Value.Immutable
public abstract class WebbResult {
    WebbResult() {}

    /** Mean number of hits; a hit is an item tied to an objective. */
    public abstract Ratio hits();

    /** Mean share of hits at or above the objective's demand; missing if no rater has a hit. */
    public abstract Measured<Ratio> demand();

    /** Mean share of the objectives that are hit. */
    public abstract Ratio range();

    /** Mean balance of the hits over the objectives hit; missing if no rater has a hit. */
    public abstract Measured<Ratio> balance();

    /** At least six hits; there is no weak band. */
    public WebbVerdict hitsVerdict() {
        return hits().compareTo(Ratio.of(6, 1)) >= 0 ? WebbVerdict.YES : WebbVerdict.NO;
    }

    /** Half or more: yes; from two fifths: weak. */
    public Measured<WebbVerdict> demandVerdict() {
        return demand().map(share -> verdict(share, Ratio.of(1, 2), Ratio.of(2, 5)));
    }

    /** Half or more: yes; from two fifths: weak. */
    public WebbVerdict rangeVerdict() {
        return verdict(range(), Ratio.of(1, 2), Ratio.of(2, 5));
    }

    /** 0.70 or more: yes; from 0.60: weak. */
    public Measured<WebbVerdict> balanceVerdict() {
        return balance().map(share -> verdict(share, Ratio.of(7, 10), Ratio.of(3, 5)));
    }

    private static WebbVerdict verdict(Ratio value, Ratio yes, Ratio weak) {
        return value.compareTo(yes) >= 0
                ? WebbVerdict.YES
                : value.compareTo(weak) >= 0 ? WebbVerdict.WEAK : WebbVerdict.NO;
    }

    /** Builds a result. */
    static final class Builder extends ImmutableWebbResult.Builder {
        Builder() {}
    }
}
