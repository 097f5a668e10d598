package org.iltlib.analytics.alignment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

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

    /**
     * The fraction that a decimal numeral such as {@code 33.51} or {@code 7} writes.
     *
     * @throws IllegalArgumentException if it is none, or has more than 100 characters or digits of exponent
     */
    public static Ratio parse(String text) {
        String numeral = text.strip();
        Checks.require(
                numeral.length() <= 100 && numeral.matches("[+-]?\\d+(\\.\\d+)?"),
                "number is \"%s\". Expected a decimal number such as 12.5.",
                text.length() > 100 ? "…" : text);
        BigDecimal decimal = new BigDecimal(numeral);
        return new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The sum of them; 0 for none. */
    public static Ratio sum(Iterable<Ratio> values) {
        Ratio sum = ZERO;
        for (Ratio value : values) {
            sum = sum.plus(value);
        }
        return sum;
    }

    /** The mean of them; missing for none. */
    public static Measured<Ratio> mean(List<Ratio> values) {
        return values.isEmpty()
                ? Measured.missing(MissingReason.TOO_FEW, "there are no values")
                : Measured.of(sum(values).dividedBy(values.size()));
    }

    /** The standard deviation of them with n − 1; missing for fewer than two. */
    public static Measured<Double> deviation(List<Ratio> values) {
        if (values.size() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least two values are needed");
        }
        Ratio mean = sum(values).dividedBy(values.size());
        Ratio squares = ZERO;
        for (Ratio value : values) {
            Ratio away = value.minus(mean);
            squares = squares.plus(away.times(away));
        }
        return Measured.of(Math.sqrt(squares.dividedBy(values.size() - 1L).toDouble()));
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

    /** The product. */
    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The quotient.
     *
     * @throws IllegalArgumentException if the other is 0
     */
    public Ratio dividedBy(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The smaller of the two. */
    public Ratio min(Ratio other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether it is 0. */
    public boolean isZero() {
        return numerator.signum() == 0;
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
