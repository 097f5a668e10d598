package org.iltlib.analytics.participation;

import java.util.Set;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Whether a solution reaches those who need it: precision is the share of those reached who need it, recall the share of
 * those who need it that is reached. Both with Wilson's interval at 0.95. Immutable.
 *
 * @param both who need it and are reached
 * @param reached all who are reached
 * @param needing all who need it
 */
public record Targeting(long both, long reached, long needing) {
    /** Checks the numbers. */
    public Targeting {
        Checks.notNegative(both, "both");
        Checks.require(
                both <= reached && both <= needing,
                "%s need it and are reached, of %s reached and %s in need. Expected at most as many.",
                both,
                reached,
                needing);
    }

    /** The targeting of a solution that reached these, of those in need of it. */
    public static <T> Targeting of(Set<T> reached, Set<T> needing) {
        return new Targeting(reached.stream().filter(needing::contains).count(), reached.size(), needing.size());
    }

    /** The share of those reached who need it; missing if nobody is reached. */
    public Measured<Estimate> precision() {
        return share(reached, "nobody is reached");
    }

    /** The share of those who need it that is reached; missing if nobody needs it. */
    public Measured<Estimate> recall() {
        return share(needing, "nobody needs it");
    }

    private Measured<Estimate> share(long whole, String none) {
        return whole == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, none)
                : WilsonInterval.withDefaults().of(both, whole);
    }
}
