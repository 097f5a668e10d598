package org.iltlib.analytics.impact;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * One line of a balance table: how far the treated differed from the others in something that the treatment cannot
 * have changed.
 *
 * @param name what was compared, such as {@code free lunch}
 * @param difference the difference within strata, in its own unit and as Hedges' g
 * @param effectSize the size that counts for equivalence: the Cox index ω·ln(odds ratio)/1.65 for something that is 0 or
 *     1, Hedges' g for anything else
 */
public record Balance(String name, TreatmentEffect difference, double effectSize) {
    /** Checks the name and the size. */
    public Balance {
        Checks.text(name, "name");
        Checks.finite(effectSize, "effectSize");
    }

    /** Whether the groups were alike in this. */
    public BaselineEquivalence equivalence() {
        return BaselineEquivalence.of(effectSize);
    }

    /** The same in words. */
    public Explanation why() {
        return Explanation.of("%s: %.3f standard deviations apart, %s.", name, effectSize, equivalence())
                .because(
                        "Up to 0.05 counts as alike, up to 0.25 as alike once adjusted for (What Works Clearinghouse).")
                .because(difference.why());
    }
}
