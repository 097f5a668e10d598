package org.iltlib.choice;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.iltlib.base.Checks;

/**
 * An exact fraction in lowest terms with a positive denominator. Immutable; it widens silently where 64 bits do not
 * suffice, so it never overflows.
 *
 * <p>Each operation takes constant time while both parts fit 64 bits, else that of {@link BigInteger}.
 */
public final class Rational implements Comparable<Rational> {
    /** 0. */
    public static final Rational ZERO = new Rational(0, 1);

    /** 1. */
    public static final Rational ONE = new Rational(1, 1);

    private final long top;
    private final long bottom;
    private final BigInteger bigTop;
    private final BigInteger bigBottom;

    private Rational(long top, long bottom) {
        this.top = top;
        this.bottom = bottom;
        this.bigTop = BigInteger.ZERO;
        this.bigBottom = BigInteger.ZERO;
    }

    private Rational(BigInteger top, BigInteger bottom) {
        this.top = 0;
        this.bottom = 0;
        this.bigTop = top;
        this.bigBottom = bottom;
    }

    /** A whole number. */
    public static Rational of(long whole) {
        return of(whole, 1);
    }

    /**
     * The fraction top / bottom, reduced.
     *
     * @throws IllegalArgumentException if the bottom is zero
     */
    public static Rational of(long top, long bottom) {
        Checks.require(bottom != 0, "bottom is 0. Expected a number to divide by.");
        if (top == Long.MIN_VALUE || bottom == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
        }
        long divisor = gcd(Math.abs(top), Math.abs(bottom));
        long sign = bottom < 0 ? -1 : 1;
        return new Rational(sign * top / divisor, sign * bottom / divisor);
    }

    /**
     * The fraction top / bottom, reduced.
     *
     * @throws IllegalArgumentException if the bottom is zero
     */
    public static Rational of(BigInteger top, BigInteger bottom) {
        Checks.require(bottom.signum() != 0, "bottom is 0. Expected a number to divide by.");
        BigInteger divisor = top.gcd(bottom);
        BigInteger a = top.divide(divisor);
        BigInteger b = bottom.divide(divisor);
        if (b.signum() < 0) {
            a = a.negate();
            b = b.negate();
        }
        if (a.bitLength() < 63 && b.bitLength() < 63) {
            return new Rational(a.longValue(), b.longValue());
        }
        return new Rational(a, b);
    }

    /**
     * Reads {@code 3}, {@code 3/4} or {@code 0.75}; exact in each case.
     *
     * @throws IllegalArgumentException if it is none of these, or longer than 40 characters
     */
    public static Rational parse(String text) {
        try {
            Checks.require(
                    text.length() <= 40,
                    "\"%s…\" is too long for a number.",
                    text.substring(0, Math.min(20, text.length())));
            int slash = text.indexOf('/');
            if (slash >= 0) {
                return of(
                        new BigInteger(text.substring(0, slash).strip()),
                        new BigInteger(text.substring(slash + 1).strip()));
            }
            Checks.require(
                    text.indexOf('e') < 0 && text.indexOf('E') < 0,
                    "\"%s\" has an exponent. Expected plain digits.",
                    text);
            BigDecimal decimal = new BigDecimal(text.strip());
            return decimal.scale() <= 0
                    ? of(decimal.toBigIntegerExact(), BigInteger.ONE)
                    : of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number. Expected such as 3, 3/4 or 0.75.", e);
        }
    }

    private boolean isSmall() {
        return bottom != 0;
    }

    /** The number above the line; it carries the sign. */
    public BigInteger numerator() {
        return isSmall() ? BigInteger.valueOf(top) : bigTop;
    }

    /** The number below the line, at least 1. */
    public BigInteger denominator() {
        return isSmall() ? BigInteger.valueOf(bottom) : bigBottom;
    }

    /** The sum. */
    public Rational plus(Rational other) {
        if (isSmall() && other.isSmall()) {
            if (bottom == 1 && other.bottom == 1) {
                long sum = top + other.top;
                if (((top ^ sum) & (other.top ^ sum)) >= 0) {
                    return of(sum, 1);
                }
            } else {
                try {
                    return of(
                            Math.addExact(Math.multiplyExact(top, other.bottom), Math.multiplyExact(other.top, bottom)),
                            Math.multiplyExact(bottom, other.bottom));
                } catch (ArithmeticException tooBig) {
                    // fall through to the wide form
                }
            }
        }
        return of(
                numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
                denominator().multiply(other.denominator()));
    }

    /** The difference. */
    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    /** The same number with the other sign. */
    public Rational negate() {
        return isSmall() ? of(-top, bottom) : of(bigTop.negate(), bigBottom);
    }

    /** The product. */
    public Rational times(Rational other) {
        if (isSmall() && other.isSmall()) {
            try {
                return of(Math.multiplyExact(top, other.top), Math.multiplyExact(bottom, other.bottom));
            } catch (ArithmeticException tooBig) {
                // fall through to the wide form
            }
        }
        return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
    }

    /** The product with a whole number. */
    public Rational times(long factor) {
        return times(of(factor));
    }

    /**
     * The quotient.
     *
     * @throws IllegalArgumentException if the other is zero
     */
    public Rational dividedBy(Rational other) {
        Checks.require(other.signum() != 0, "The divisor is 0.");
        return times(of(other.denominator(), other.numerator()));
    }

    /**
     * The quotient by a whole number.
     *
     * @throws IllegalArgumentException if it is zero
     */
    public Rational dividedBy(long divisor) {
        return dividedBy(of(divisor));
    }

    /** The greatest whole number not above this. */
    public BigInteger floor() {
        BigInteger[] parts = numerator().divideAndRemainder(denominator());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** −1, 0 or 1. */
    public int signum() {
        return isSmall() ? Long.signum(top) : bigTop.signum();
    }

    /** The lesser of the two. */
    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The nearest double: for display and charts only, never for a comparison that decides. */
    public double doubleValue() {
        return new BigDecimal(numerator())
                .divide(new BigDecimal(denominator()), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        if (isSmall() && other.isSmall()) {
            if (bottom == other.bottom) {
                return Long.compare(top, other.top);
            }
            long high = Math.multiplyHigh(top, other.bottom);
            long otherHigh = Math.multiplyHigh(other.top, bottom);
            return high != otherHigh
                    ? Long.compare(high, otherHigh)
                    : Long.compareUnsigned(top * other.bottom, other.top * bottom);
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator().equals(that.numerator())
                && denominator().equals(that.denominator());
    }

    @Override
    public int hashCode() {
        return 31 * numerator().hashCode() + denominator().hashCode();
    }

    /** Such as {@code 3} or {@code 3/4}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return denominator().equals(BigInteger.ONE) ? numerator().toString() : numerator() + "/" + denominator();
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
