package org.iltlib.base;

import java.math.BigInteger;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * An exact share between 0 and 1, both included, in lowest terms. Thresholds and quorums are compared with it by whole
 * numbers, never by floating point.
 *
 * @param numerator zero or more, not above the denominator
 * @param denominator at least 1
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    /** The written form: {@code 2/3}. */
    public static final Form<Fraction> FORM = Forms.id(Fraction::toString, Fraction::parse);

    /** One half. */
    public static final Fraction HALF = new Fraction(1, 2);

    /** Two thirds. */
    public static final Fraction TWO_THIRDS = new Fraction(2, 3);

    /** The whole. */
    public static final Fraction ONE = new Fraction(1, 1);

    /** Checks the range and reduces to lowest terms. */
    public Fraction {
        Checks.positive(denominator, "denominator");
        Checks.require(
                numerator >= 0 && numerator <= denominator,
                "share is %s/%s. Expected between 0 and 1. Maybe the two are swapped.",
                numerator,
                denominator);
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator = numerator / divisor;
        denominator = denominator / divisor;
    }

    /** That share. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(numerator, denominator);
    }

    /** That many hundredths. */
    public static Fraction percent(long percent) {
        return new Fraction(percent, 100);
    }

    /**
     * Reads {@code 2/3}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Fraction parse(String text) {
        Checks.require(text.matches("\\d{1,18}/\\d{1,18}"), "share is \"%s\". Expected one such as 2/3.", text);
        int slash = text.indexOf('/');
        return new Fraction(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    /** The sign of {@code part/whole − this}, exactly; {@code whole} zero compares as if it were {@code part − 0}. */
    public int compareShare(long part, long whole) {
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(denominator))
                .compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(numerator)));
    }

    @Override
    public int compareTo(Fraction other) {
        return other.compareShare(numerator, denominator);
    }

    /** {@code 2/3}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
