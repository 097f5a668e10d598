package org.iltlib.analytics.stats.merge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * Count, sums and sums of products of whole numbers in some columns: what means, variances, covariances, alpha and
 * least squares need. All sums are exact; one that does not fit 64 bits is refused, which takes about 10¹⁸ ÷ score²
 * students. Immutable; a row costs k²/2 additions and a copy.
 */
public final class CrossMoments implements CountSummary<CrossMoments> {
    private static final MathContext DIGITS = new MathContext(40);
    private static final String NEVER = "Maybe something is taken away that was never added.";

    private final int columns;
    private final long[] sums; // n, then the sums, then the products of i ≤ j row by row

    private CrossMoments(int columns, long[] sums) {
        this.columns = columns;
        this.sums = sums;
    }

    /** Of no rows, with that many columns, at least 1. */
    public static CrossMoments empty(int columns) {
        Checks.require(columns >= 1 && columns <= 1000, "columns is %s. Expected 1 to 1000.", columns);
        return new CrossMoments(columns, new long[1 + columns + columns * (columns + 1) / 2]);
    }

    /** With one row more. */
    public CrossMoments with(int... row) {
        return withTimes(1, row);
    }

    /**
     * With so many equal rows more.
     *
     * @throws IllegalArgumentException if the row has another length, or a sum does not fit
     */
    public CrossMoments withTimes(long times, int... row) {
        Checks.notNegative(times, "times");
        Checks.require(row.length == columns, "The row has %s numbers. Expected %s.", row.length, columns);
        long[] next = sums.clone();
        try {
            next[0] = Math.addExact(next[0], times);
            int at = 1 + columns;
            for (int i = 0; i < columns; i++) {
                long weighted = Math.multiplyExact(times, (long) row[i]);
                next[1 + i] = Math.addExact(next[1 + i], weighted);
                for (int j = i; j < columns; j++, at++) {
                    next[at] = Math.addExact(next[at], Math.multiplyExact(weighted, (long) row[j]));
                }
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "A sum of products does not fit 64 bits. Maybe the scores have more decimals than they mean.", e);
        }
        return new CrossMoments(columns, next);
    }

    @Override
    public CrossMoments merge(CrossMoments other) {
        same(other);
        return new CrossMoments(columns, Counts.sum(sums, other.sums));
    }

    /**
     * This without the rows of the other. Rows that cannot have been here are refused where the rest shows it: too few rows,
     * sums left over without rows, or sums of squares and products that no whole numbers have. Other rows than those that
     * were added, with sums that stay possible, cannot be seen. Costs k²/2 comparisons of products.
     *
     * @throws IllegalArgumentException if the rest is impossible
     */
    @Override
    public CrossMoments less(CrossMoments other) {
        same(other);
        Checks.require(
                other.sums[0] <= sums[0],
                "%s rows are to go from %s. Maybe a row is taken away that was never added.",
                other.sums[0],
                sums[0]);
        long[] rest = sums.clone();
        for (int i = 0; i < rest.length; i++) {
            long difference = rest[i] - other.sums[i];
            Checks.require(
                    ((rest[i] ^ other.sums[i]) & (rest[i] ^ difference)) >= 0,
                    "%s less %s does not fit 64 bits.",
                    rest[i],
                    other.sums[i]);
            rest[i] = difference;
        }
        CrossMoments found = new CrossMoments(columns, rest);
        found.checkPossible();
        return found;
    }

    private void checkPossible() {
        BigInteger[] own = new BigInteger[columns];
        for (int i = 0; i < columns; i++) {
            requirePossible(n(), sum(i), product(i, i));
            own[i] = spread(n(), sum(i), sum(i), product(i, i));
        }
        for (int i = 0; i < columns; i++) {
            for (int j = i + 1; j < columns; j++) {
                BigInteger both = spread(n(), sum(i), sum(j), product(i, j));
                Checks.require(
                        both.multiply(both).compareTo(own[i].multiply(own[j])) <= 0 && (n() > 0 || product(i, j) == 0),
                        "The products of columns %s and %s are larger than their squares allow. %s",
                        i,
                        j,
                        NEVER);
            }
        }
    }

    /**
     * Refuses sums that no whole numbers have: squares below those of numbers as equal as their sum allows, an odd sum of
     * even squares, or sums of nothing. Constant time.
     *
     * @param n how many numbers, not below 0
     * @param sum their sum
     * @param squares the sum of their squares
     * @throws IllegalArgumentException if no numbers have these sums
     */
    public static void requirePossible(long n, long sum, long squares) {
        boolean possible = n > 0 ? squares >= 0 && ((sum ^ squares) & 1) == 0 : n == 0 && sum == 0 && squares == 0;
        if (possible && n > 0) {
            long more = Math.floorMod(sum, n); // so many numbers must be above the others
            if (n < 1 << 20 && squares < 1L << 40 && Math.abs(sum) < 1L << 30) { // fits 64 bits
                possible = n * squares - sum * sum >= more * (n - more);
            } else {
                BigInteger least = BigInteger.valueOf(more).multiply(BigInteger.valueOf(n - more));
                possible = spread(n, sum, sum, squares).compareTo(least) >= 0;
            }
        }
        Checks.require(
                possible, "n is %s, the sum %s and the sum of squares %s: impossible. %s", n, sum, squares, NEVER);
    }

    private static BigInteger spread(long n, long first, long second, long product) {
        return BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(product))
                .subtract(BigInteger.valueOf(first).multiply(BigInteger.valueOf(second)));
    }

    private void same(CrossMoments other) {
        Checks.require(
                columns == other.columns, "There are %s and %s columns. Expected the same.", columns, other.columns);
    }

    /** How many rows. */
    public long n() {
        return sums[0];
    }

    /** The sum of a column. */
    public long sum(int column) {
        return sums[1 + column(column)];
    }

    /** The sum of the products of two columns. */
    public long product(int first, int second) {
        int i = Math.min(column(first), column(second));
        int j = Math.max(first, second);
        return sums[1 + columns + i * columns - i * (i - 1) / 2 + j - i];
    }

    private int column(int column) {
        Checks.require(column >= 0 && column < columns, "column is %s. Expected 0 to %s.", column, columns - 1);
        return column;
    }

    /** The sum of products of deviations from the two means, rounded once; 0 without rows. */
    public double deviations(int first, int second) {
        return deviations(n(), sum(first), sum(second), product(first, second), 1);
    }

    private static double deviations(long n, long first, long second, long product, long perPoint) {
        if (n == 0) {
            return 0;
        }
        BigInteger top = spread(n, first, second, product);
        BigInteger scale = BigInteger.valueOf(perPoint);
        return new BigDecimal(top)
                .divide(new BigDecimal(BigInteger.valueOf(n).multiply(scale).multiply(scale)), DIGITS)
                .doubleValue();
    }

    /** Count, mean and spread of a column whose whole numbers are steps of 1/perPoint; each rounded once. */
    public Moments moments(int column, int perPoint) {
        return moments(n(), sum(column), product(column, column), perPoint);
    }

    /**
     * Count, mean and spread of whole numbers that are steps of 1/perPoint, from their sums; each rounded once.
     *
     * @param n how many
     * @param sum their sum
     * @param squares the sum of their squares
     * @param perPoint how many steps make a point, at least 1
     */
    public static Moments moments(long n, long sum, long squares, int perPoint) {
        Checks.notNegative(n, "n");
        Checks.positive(perPoint, "perPoint");
        if (n == 0) {
            return Moments.EMPTY;
        }
        double mean = BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(perPoint)), DIGITS)
                .doubleValue();
        return new Moments(n, mean, deviations(n, sum, sum, squares, perPoint));
    }

    /** Pearson's correlation of two columns; missing below two rows or if a column does not vary. */
    public Measured<Double> correlation(int first, int second) {
        double spread = Math.sqrt(deviations(first, first)) * Math.sqrt(deviations(second, second));
        return spread > 0
                ? Measured.of(Math.max(-1, Math.min(1, deviations(first, second) / spread)))
                : Measured.missing(MissingReason.UNDEFINED, "n = " + n() + ", or a column does not vary");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CrossMoments that && columns == that.columns && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    /** Such as {@code 30 rows of 2 columns}. */
    @Override
    public String toString() {
        return n() + " rows of " + columns + " columns";
    }
}
