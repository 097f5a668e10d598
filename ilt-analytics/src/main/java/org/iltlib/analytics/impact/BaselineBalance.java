package org.iltlib.analytics.impact;

import org.iltlib.analytics.stats.CoxIndex;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Compares treated and others, within strata, in something fixed before the treatment began, such as free lunch, sex or
 * an earlier score. Immutable options; {@link #of} computes, one line of a balance table at a time.
 *
 * <p>For a 0/1 variable the size is the Cox index of the others' share p₀ and of p₀ plus the difference within strata,
 * times 1 − 3/(4N − 9); otherwise Hedges' g of the difference within strata. Source: What Works Clearinghouse Procedures
 * Handbook 4.1, appendix E.
 */
public final class BaselineBalance {

    private final FixedEffectsComparison comparer;

    private BaselineBalance(FixedEffectsComparison comparer) {
        this.comparer = comparer;
    }

    /** Differences with CR2 errors and 95 % intervals. */
    public static BaselineBalance withDefaults() {
        return new BaselineBalance(FixedEffectsComparison.withDefaults().withUnit("units"));
    }

    /** A copy that computes the differences in this way. */
    public BaselineBalance withComparison(FixedEffectsComparison newComparer) {
        return new BaselineBalance(newComparer);
    }

    /**
     * One line; missing, with the reason, where {@link FixedEffectsComparison#of} refuses or where a share of 0 or 1 has
     * no odds. The outcome and covariates of the comparison play no part.
     *
     * @param comparison who was treated, in which strata and clusters
     * @param name what the values are
     * @param values one a row of the comparison, {@code NaN} where unknown; 0 and 1 for no and yes
     * @throws IllegalArgumentException if there is not one value a row
     */
    public Measured<Balance> of(Comparison comparison, String name, double[] values) {
        Comparison asked = comparison.withOutcome(values);
        return comparer.of(asked).flatMap(difference -> {
            CompleteRows rows = asked.complete();
            for (double value : rows.outcome()) {
                if (value != 0 && value != 1) {
                    return Measured.of(new Balance(
                            name, difference, difference.standardized().value()));
                }
            }
            return cox(name, difference, Arms.of(rows));
        });
    }

    private static Measured<Balance> cox(String name, TreatmentEffect difference, Arms arms) {
        double others = arms.controlMean();
        double treated = others + difference.points().value();
        if (others <= 0 || others >= 1 || treated <= 0 || treated >= 1) {
            return Measured.missing(MissingReason.UNDEFINED, name + " is a share of 0 or 1 in one group: no odds");
        }
        double factor = HedgesG.smallSampleFactor(arms.n());
        return CoxIndex.of(treated, others).map(index -> new Balance(name, difference, factor * index));
    }
}
