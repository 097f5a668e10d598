package org.iltlib.analytics.alignment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.iltlib.base.Checks;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator the numerator, with the sign
 * @param denominator the denominator, at least 1
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
    /** Nothing. */
    public static final Ratio ZERO = of(0, 1);
    /** One. */
    public static final Ratio ONE = of(1, 1);

    /** Brings the fraction to lowest terms. */
    public Ratio {
        Checks.require(denominator.signum() != 0, "denominator is 0. Expected another number. Maybe there is no data.");
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
        numerator = numerator.divide(signed);
        denominator = denominator.divide(signed);
    }

    /** The fraction of those two. */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The sum. */
    public Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference. */
    public Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    /** The quotient by a whole number. */
    public Ratio dividedBy(long divisor) {
        return new Ratio(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** The size without the sign. */
    public Ratio abs() {
        return new Ratio(numerator.abs(), denominator);
    }

    /** The nearest double or a neighbour of it. */
    public double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Such as {@code 4/5}, or {@code 1}. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
