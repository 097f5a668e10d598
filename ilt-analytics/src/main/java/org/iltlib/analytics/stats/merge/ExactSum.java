package org.iltlib.analytics.stats.merge;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The exact sum of doubles, as a fixed-point number wide enough for all of them, rounded only when asked. So sums of
 * numbers with decimals merge to the same bits too, whatever the order. Immutable; about 550 bytes; adding a number
 * takes constant time. Source: U. Kulisch, Computer Arithmetic and Validity (2013), chapter 8.
 */
public final class ExactSum implements CountSummary<ExactSum> {
    private static final int LEAST = -1074; // the exponent of the smallest double
    private static final int DIGITS = 68; // of 32 bits: 2098 bits of a double and 2^78 numbers
    private static final long MASK = 0xFFFFFFFFL;

    /** Of no numbers. */
    public static final ExactSum EMPTY = new ExactSum(0, new long[DIGITS]);

    private final long n;
    private final long[] digits; // all but the last from 0 to 2^32 - 1; the last has the sign

    private ExactSum(long n, long[] digits) {
        this.n = n;
        this.digits = digits;
    }

    /** Of these numbers. */
    public static ExactSum of(double... numbers) {
        long[] digits = new long[DIGITS];
        int waiting = 0;
        for (double number : numbers) {
            add(digits, Checks.finite(number, "number"));
            if (++waiting == 1 << 29) { // before a digit could overflow
                carry(digits);
                waiting = 0;
            }
        }
        carry(digits);
        return new ExactSum(numbers.length, digits);
    }

    /** Of these numbers. */
    public static ExactSum of(List<Double> numbers) {
        return of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void add(long[] digits, double number) {
        long bits = Double.doubleToRawLongBits(number);
        int exponent = (int) ((bits >>> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFFL;
        long mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        int shift = Math.max(exponent, 1) - 1; // in bits above the smallest double
        int at = shift >> 5;
        int rest = shift & 31;
        long low = (mantissa & MASK) << rest;
        long high = (mantissa >>> 32) << rest;
        int sign = bits < 0 ? -1 : 1;
        digits[at] += sign * (low & MASK);
        digits[at + 1] += sign * ((low >>> 32) + (high & MASK));
        digits[at + 2] += sign * (high >>> 32);
    }

    private static void carry(long[] digits) {
        for (int i = 0; i < DIGITS - 1; i++) {
            digits[i + 1] += digits[i] >> 32;
            digits[i] &= MASK;
        }
    }

    /** With one number more. */
    public ExactSum with(double number) {
        return merge(of(number));
    }

    @Override
    public ExactSum merge(ExactSum other) {
        return combined(other, 1);
    }

    /**
     * This without the numbers of the other. Refused if they are more than were added, or all and of another sum; other
     * numbers than those that were added cannot be seen as long as some remain.
     *
     * @throws IllegalArgumentException if it is refused
     */
    @Override
    public ExactSum less(ExactSum other) {
        Checks.require(
                other.n <= n,
                "%s numbers are to go from %s. Maybe a number is taken away that was never added.",
                other.n,
                n);
        ExactSum rest = combined(other, -1);
        Checks.require(
                rest.n > 0 || Arrays.stream(rest.digits).allMatch(digit -> digit == 0),
                "No number is left, but their sum is %s. Maybe a number is taken away that was never added.",
                rest.n > 0 ? 0 : rest.value());
        return rest;
    }

    private ExactSum combined(ExactSum other, int sign) {
        long[] sum = digits.clone();
        for (int i = 0; i < DIGITS; i++) {
            sum[i] += sign * other.digits[i];
        }
        carry(sum);
        return new ExactSum(n + sign * other.n, sum);
    }

    /** How many numbers. */
    public long n() {
        return n;
    }

    /**
     * The sum, rounded once, to the nearest double, ties to even.
     *
     * @throws IllegalArgumentException if it is larger than any double
     */
    public double value() {
        BigInteger whole = BigInteger.valueOf(digits[DIGITS - 1]);
        for (int i = DIGITS - 2; i >= 0; i--) {
            whole = whole.shiftLeft(32).add(BigInteger.valueOf(digits[i]));
        }
        BigInteger size = whole.abs();
        int drop = Math.max(0, size.bitLength() - 64);
        BigInteger kept = size.shiftRight(drop);
        if (drop > 0 && size.getLowestSetBit() < drop) {
            kept = kept.setBit(0); // something was dropped: no tie
        }
        double rounded = Math.scalb(kept.doubleValue(), drop + LEAST);
        return Checks.finite(whole.signum() < 0 ? -rounded : rounded, "sum");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExactSum that && n == that.n && Arrays.equals(digits, that.digits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digits);
    }

    /** Such as {@code 3 numbers, sum 6.5}. */
    @Override
    public String toString() {
        return n + " numbers, sum " + value();
    }
}
