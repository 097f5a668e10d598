package org.iltlib.impact;

import org.iltlib.base.Checks;

/**
 * Words for the size of an effect on achievement, in standard deviations. The usual limits, 0.05 and 0.20, are commonly
 * told as those of M. A. Kraft (2020), doi:10.3102/0013189X20912798, for causal studies of standardised tests; a team sets
 * its own where that does not fit.
 *
 * @param medium from here on an effect is medium, above zero
 * @param large from here on it is large, above {@code medium}
 */
public record EffectBands(double medium, double large) {
    /** The bands. */
    public enum Band {
        /** Below zero. */
        NEGATIVE,
        /** From zero to below medium. */
        SMALL,
        /** From medium to below large. */
        MEDIUM,
        /** Large. */
        LARGE
    }

    /** Checks that the limits rise. */
    public EffectBands {
        Checks.finite(medium, "medium");
        Checks.finite(large, "large");
        Checks.require(medium > 0 && large > medium, "The limits are %s and %s. Expected a rise.", medium, large);
    }

    /** From 0.05 medium, from 0.20 large. */
    public static EffectBands withDefaults() {
        return new EffectBands(0.05, 0.20);
    }

    /** The band of that effect. */
    public Band of(double effect) {
        Checks.finite(effect, "effect");
        return effect < 0 ? Band.NEGATIVE : effect < medium ? Band.SMALL : effect < large ? Band.MEDIUM : Band.LARGE;
    }
}
