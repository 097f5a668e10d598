package org.iltlib.analytics.stats;

import java.time.LocalDate;
import org.iltlib.base.Checks;

/**
 * How small a group may be and still be shown: named and dated, so that a reader can ask whose rule it is. Zero is
 * shown: it speaks of nobody.
 *
 * @param name the policy and its source, in words
 * @param checkedOn the day on which the source was last read
 * @param minimumN the smallest group that is shown, at least 1
 */
public record SuppressionPolicy(String name, LocalDate checkedOn, int minimumN) {
    /** Groups below ten are withheld, with the cells that would give them away: NCES 2011-603, as in most states. */
    public static final SuppressionPolicy NCES_2011_603 =
            new SuppressionPolicy("NCES 2011-603, fewer than 10", LocalDate.of(2026, 11, 23), 10);

    /** Groups of adults below five are withheld: a common floor of staff surveys; ours where nothing else is agreed. */
    public static final SuppressionPolicy ADULTS =
            new SuppressionPolicy("groups of adults, fewer than 5", LocalDate.of(2026, 11, 28), 5);

    /** Nothing is withheld; for data that are public already or never leave the analyst. */
    public static final SuppressionPolicy PUBLIC_DATA =
            new SuppressionPolicy("public data, nothing withheld", LocalDate.of(2026, 11, 23), 1);

    /** Checks the name and the minimum. */
    public SuppressionPolicy {
        Checks.text(name, "name");
        Checks.positive(minimumN, "minimumN");
    }

    /** Whether a group of that size must be withheld for its own sake. */
    public boolean hides(long n) {
        return n > 0 && n < minimumN;
    }
}
