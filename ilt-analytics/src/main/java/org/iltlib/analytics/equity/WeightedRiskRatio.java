package org.iltlib.analytics.equity;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * The risk of a group against that of the others, each other weighted by its share in the state instead of its share here,
 * so that districts of different make-up compare: R_g · Σ p_j ÷ Σ p_j·R_j over the others j that are here, which is the
 * published (1 − p_g)·R_g ÷ Σ p_j·R_j where all groups are. So equal risks give 1 whoever is absent. The older form, before 34 CFR
 * 300.647 (commonly told after Westat's technical guides). Exact. Immutable.
 *
 * @param stateSizes how many students of each group the state has
 */
public record WeightedRiskRatio(Map<String, Long> stateSizes) {
    /** Checks and copies. */
    public WeightedRiskRatio {
        Checks.notEmpty(stateSizes.keySet(), "stateSizes");
        stateSizes.forEach((group, size) -> Checks.notNegative(size, "size of " + group));
        stateSizes = Collections.unmodifiableMap(new TreeMap<>(stateSizes));
    }

    /**
     * The ratio.
     *
     * @param risks the risks here by group; groups without students count for nothing
     * @param group the group
     * @return missing if the group is not here, none of the others is, or it happened to none of the others
     * @throws IllegalArgumentException if a group here is not in the state
     */
    public Measured<Rational> of(Map<String, Risk> risks, String group) {
        Rational weights = Rational.ZERO;
        Rational others = Rational.ZERO;
        for (Map.Entry<String, Risk> other : new TreeMap<>(risks).entrySet()) {
            Checks.require(
                    stateSizes.containsKey(other.getKey()),
                    "group is \"%s\". Maybe one of %s.",
                    other.getKey(),
                    stateSizes.keySet());
            Risk risk = other.getValue();
            if (!other.getKey().equals(group) && risk.all() > 0) {
                Rational weight = Rational.of(size(other.getKey()), 1);
                weights = weights.plus(weight);
                others = others.plus(weight.times(Rational.of(risk.happened(), risk.all())));
            }
        }
        Risk own = risks.getOrDefault(group, new Risk(0, 0));
        if (own.all() == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "nobody of the group is here");
        } else if (weights.signum() == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "none of the others are here and in the state");
        } else if (others.signum() == 0) {
            return Measured.missing(MissingReason.UNDEFINED, "it happened to none of the others");
        }
        return Measured.of(weights.times(Rational.of(own.happened(), own.all())).dividedBy(others));
    }

    private long size(String group) {
        return stateSizes.getOrDefault(group, 0L);
    }
}
