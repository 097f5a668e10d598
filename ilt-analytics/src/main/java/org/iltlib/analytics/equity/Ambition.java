package org.iltlib.analytics.equity;

import java.util.Collection;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * How ambitious a goal is, held against what peers with the same start have made. Immutable.
 *
 * @param change the change that the goal asks for, in the unit of the peers' changes
 */
public record Ambition(double change) {
    /** Checks the change. */
    public Ambition {
        Checks.finite(change, "change");
    }

    /** The goal's change from where one stands. */
    public static Ambition of(double baseline, double target) {
        return new Ambition(target - baseline);
    }

    /** The share of peers who made less than the goal asks for, with Wilson's interval: near 1 is beyond almost all, near 0 asks for less than is usual. */
    public Measured<Estimate> among(Collection<Double> peersChanges) {
        long less = peersChanges.stream().filter(made -> made < change).count();
        return WilsonInterval.withDefaults().of(less, peersChanges.size());
    }
}
