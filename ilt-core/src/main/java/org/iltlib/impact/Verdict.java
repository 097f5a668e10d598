package org.iltlib.impact;

import java.util.Locale;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;

/**
 * Whether something works, and how often such a verdict is wrong.
 *
 * @param judgment the verdict
 * @param rates how often the rule errs
 * @param explanation how it came about
 */
public record Verdict(Judgment judgment, ErrorRates rates, Explanation explanation) {
    /** How often, at most, something without effect would be said to work; a share. */
    public double falseAlarm() {
        return rates.falseAlarm();
    }

    /** How often something with the smallest effect that matters would not be said to work; a share. */
    public Measured<Double> miss() {
        return rates.miss();
    }

    /**
     * How often a rule errs, either way.
     *
     * @param falseAlarm how often, at most, something without effect would be said to work; a share
     * @param miss how often something whose true effect is the smallest that matters would not be said to work; a
     *     share; missing if the estimate has no standard error
     */
    public record ErrorRates(double falseAlarm, Measured<Double> miss) {
        /** Checks the rates. */
        public ErrorRates {
            Checks.share(falseAlarm, "falseAlarm");
            miss.value().ifPresent(share -> Checks.share(share, "miss"));
        }
    }

    /** What may be said of something that was tried. */
    public enum Judgment {
        /** It works well enough to matter. */
        WORKS,
        /** It does not: an effect that matters is ruled out. */
        DOES_NOT_WORK,
        /** Too little of it happened. */
        NOT_IMPLEMENTED_ENOUGH,
        /** The interval holds both an effect that matters and none. */
        CANNOT_TELL;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
