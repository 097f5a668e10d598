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
    /** Checks the value. */
    public AgainstChance {
        Checks.finite(value, "value");
    }

    /** Where the value lies: below the 5th percentile, above the 95th, or within. */
    public ChanceShare.Place place() {
        return value > band.high()
                ? ChanceShare.Place.ABOVE
                : value < band.low() ? ChanceShare.Place.BELOW : ChanceShare.Place.WITHIN;
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
