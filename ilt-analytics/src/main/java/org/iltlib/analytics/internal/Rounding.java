package org.iltlib.analytics.internal;

/**
 * Rounding to decimal places as R does since 4.0: of the two neighbouring decimal numbers, as they are in binary, the
 * one nearer to the value; the even one if both are equally near.
 */
public final class Rounding {
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private Rounding() {}

    /** The value rounded to that many decimal places, 0 to 9. In R: {@code round(value, places)}. */
    public static double to(int places, double value) {
        if (value < 0) {
            return -to(places, -value);
        }
        double power = POWERS[places];
        double scaled = value * power;
        if (!(scaled < 1e15)) {
            return value; // no decimal places left to round
        }
        double floor = Math.floor(scaled);
        double below = floor / power;
        double above = Math.ceil(scaled) / power;
        double up = above - value;
        double down = value - below;
        return down < up || (down == up && floor % 2 == 0) ? below : above;
    }
}
