package org.iltlib.analytics.participation;

import java.util.Locale;
import org.iltlib.base.Checks;

/**
 * A measure of how talk is spread, beside what chance alone would bring: without the band the number means nothing.
 *
 * @param value the measure
 * @param band what it comes to when every member present is as likely to take each turn
 */
public record AgainstChance(double value, ChanceBand band) {
    private static final double TIE = 1e-9; // in which order turns are summed decides nothing

    /** Checks the value. */
    public AgainstChance {
        Checks.finite(value, "value");
    }

    /**
     * Where the value lies: below the 5th percentile, above the 95th, or within. What differs from a percentile by no more
     * than 1e-9 of its size is the percentile, and within.
     */
    public ChanceShare.Place place() {
        return exceeds(value, band.high())
                ? ChanceShare.Place.ABOVE
                : exceeds(band.low(), value) ? ChanceShare.Place.BELOW : ChanceShare.Place.WITHIN;
    }

    private static boolean exceeds(double one, double other) {
        return one - other > TIE * Math.max(Math.abs(one), Math.abs(other));
    }

    /** Such as {@code 0.3178, above chance (0.0989 to 0.2400)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.4f, %s chance (%.4f to %.4f)",
                value,
                place().name().toLowerCase(Locale.ROOT),
                band.low(),
                band.high());
    }
}
