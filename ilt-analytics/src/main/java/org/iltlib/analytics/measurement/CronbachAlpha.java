package org.iltlib.analytics.measurement;

import org.iltlib.analytics.internal.AlphaFormula;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Cronbach's alpha: k/(k−1)·(1 − Σ s²ᵢ / s²), with n − 1 in every variance; equal to KR-20 for items scored 0 or 1. The
 * interval is Feldt's, from the F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom. Immutable. Linear in
 * the number of scores.
 *
 * <p>Sources: Cronbach, L. J. (1951), doi:10.1007/BF02310555; Feldt, L. S. (1965), doi:10.1007/BF02289499.
 */
public final class CronbachAlpha {
    private final double level;

    private CronbachAlpha(double level) {
        this.level = level;
    }

    /** With an interval at level 0.95. */
    public static CronbachAlpha withDefaults() {
        return new CronbachAlpha(0.95);
    }

    /** A copy with an interval at that level, between 0 and 1, both excluded. */
    public CronbachAlpha withLevel(double other) {
        Checks.require(other > 0 && other < 1, "level is %s. Expected between 0 and 1, such as 0.95.", other);
        return new CronbachAlpha(other);
    }

    /**
     * The reliability of the total over those scores; missing for fewer than two students or items, or if all
     * totals are the same.
     *
     * @param scores a row for each student, a column for each item; complete
     * @throws IllegalArgumentException if a row differs in length or a score is not finite
     */
    public Reliability of(double[][] scores) {
        return reliability(AlphaFormula.of(Scores.check(scores), level));
    }

    /**
     * As {@link #of(double[][])}, from the exact sums of the students who have points on every item. The square of the
     * number of items.
     */
    public Reliability of(ItemMoments moments) {
        double items = 0;
        for (int item = 0; item < moments.items(); item++) {
            items += moments.covariance(item, item);
        }
        return reliability(AlphaFormula.of(moments.students(), moments.items(), items, moments.totalVariance(), level));
    }

    /** As {@link #of(double[][])}, of the students who have points on every item; nobody's missing item is wrong. */
    public Reliability of(ResponseTable table) {
        return of(ItemMoments.of(table));
    }

    private static Reliability reliability(Measured<AlphaFormula.Parts> parts) {
        return new Reliability(
                parts.map(AlphaFormula.Parts::alpha),
                parts.map(known -> Math.sqrt(
                        known.totalVariance() * Math.max(0, 1 - known.alpha().value()))));
    }
}
