package org.iltlib.analytics.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.finding.Estimate;

/**
 * How numbers are written, in one place: decimal point, comma between thousands, a true minus sign, halves away from
 * zero; the same in every locale.
 */
public final class Numerals {
    private static final int MOST_DECIMALS = 10;

    private Numerals() {}

    /**
     * The number with exactly so many decimals: {@code 11,598.0}, {@code −0.3}; never a negative zero.
     *
     * @throws IllegalArgumentException if the number is not finite or the decimals are not 0 to 10
     */
    public static String decimal(double value, int decimals) {
        Checks.finite(value, "value");
        Checks.require(
                decimals >= 0 && decimals <= MOST_DECIMALS,
                "decimals is %s. Expected 0 to %s.",
                decimals,
                MOST_DECIMALS);
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        int point = decimals == 0 ? digits.length() : digits.length() - decimals - 1;
        StringBuilder text = new StringBuilder(digits);
        for (int i = point - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return (rounded.signum() < 0 ? "−" : "") + text;
    }

    /** A whole number with a comma between thousands. */
    public static String whole(long value) {
        return decimal((double) value, 0);
    }

    /** The number with an explicit plus where it is positive: {@code +3.2}. */
    public static String signed(double value, int decimals) {
        String text = decimal(value, decimals);
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.');
        return value > 0 && !zero ? "+" + text : text;
    }

    /** A share in [0, 1] as a percentage: {@code 95%}. */
    public static String percent(double share, int decimals) {
        return decimal(share * 100, decimals) + "%";
    }

    /** The interval: {@code 480.1 to 495.7}; absent if it is a single point. */
    public static Optional<String> interval(Estimate estimate, int decimals) {
        return estimate.lower() < estimate.upper()
                ? Optional.of(decimal(estimate.lower(), decimals) + " to " + decimal(estimate.upper(), decimals))
                : Optional.empty();
    }

    /** For positions in a picture: at most two decimals, no grouping, an ASCII minus. */
    static String coordinate(double value) {
        Checks.finite(value, "coordinate");
        BigDecimal rounded =
                new BigDecimal(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
