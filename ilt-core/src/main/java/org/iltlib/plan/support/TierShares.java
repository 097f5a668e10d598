package org.iltlib.plan.support;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.Minimum;
import org.iltlib.base.MissingReason;

/**
 * How many students are served by the core alone, and how many by more. A school in which the core serves too few is at
 * risk as a system: no number of groups will mend it.
 *
 * @param core students served by the core alone
 * @param targeted students with targeted support and no more
 * @param intensive students with intensive support
 */
public record TierShares(long core, long targeted, long intensive) {
    /** At least 80 percent served by the core alone: the mark that guides to multi-tiered support set for a healthy core. */
    public static final Minimum HEALTHY_CORE = Minimum.atLeast(Fraction.percent(80));

    /** Checks the numbers. */
    public TierShares {
        Checks.notNegative(core, "core");
        Checks.notNegative(targeted, "targeted");
        Checks.notNegative(intensive, "intensive");
    }

    /** All students. */
    public long total() {
        return core + targeted + intensive;
    }

    /** The share served by the core alone; missing without students. */
    public Measured<Fraction> coreShare() {
        return total() == 0
                ? Measured.missing(MissingReason.NO_STUDENTS, "no students")
                : Measured.of(Fraction.of(core, total()));
    }

    /** Whether the core serves enough; never without students. */
    public boolean isCoreHealthy() {
        return HEALTHY_CORE.isMetBy(core, total());
    }

    /** The verdict with the numbers. */
    public Explanation explanation() {
        return Explanation.of(
                        isCoreHealthy()
                                ? "The core is healthy."
                                : "The school is at risk as a system: mend the core first.")
                .because("The core alone serves %d of %d students; %s is healthy.", core, total(), HEALTHY_CORE)
                .because("Targeted: %d. Intensive: %d.", targeted, intensive);
    }
}
