package org.iltlib.analytics.achievement.gap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.iltlib.analytics.stats.PairShareInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * All pairs of a student of one group with one of another, counted in whole numbers: a win of the first counts 2, a tie 1.
 *
 * @param first how many students the first group has
 * @param second how many the second has
 * @param wins the sum
 * @param all the sum if the first always won
 * @param error the standard error of the share, after DeLong and others
 */
record PairCounts(long first, long second, BigInteger wins, BigInteger all, double error) {
    private static final MathContext DIGITS = new MathContext(40);

    static Measured<PairCounts> of(long[] a, long[] b) {
        BigInteger m = sum(a);
        BigInteger n = sum(b);
        Checks.require(m.add(n).bitLength() < 63, "There are %s students. Expected fewer.", m.add(n));
        if (m.longValue() < 2 || n.longValue() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + m + " and " + n);
        }
        BigInteger wins = BigInteger.ZERO;
        BigInteger squareA = BigInteger.ZERO;
        BigInteger squareB = BigInteger.ZERO;
        long belowA = 0;
        long belowB = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0) {
                BigInteger times = BigInteger.valueOf(a[i]);
                BigInteger won = BigInteger.valueOf(2 * belowB + b[i]); // by a student of the first who stands here
                wins = wins.add(times.multiply(won));
                squareA = squareA.add(times.multiply(won).multiply(won));
            }
            if (b[i] > 0) {
                BigInteger lost = BigInteger.valueOf(2 * (m.longValue() - belowA) - a[i]);
                squareB = squareB.add(BigInteger.valueOf(b[i]).multiply(lost).multiply(lost));
            }
            belowA += a[i];
            belowB += b[i];
        }
        double variance = variance(m, n, squareA, wins) + variance(n, m, squareB, wins);
        return Measured.of(
                new PairCounts(m.longValue(), n.longValue(), wins, m.multiply(n).shiftLeft(1), Math.sqrt(variance)));
    }

    private static BigInteger sum(long[] counts) {
        BigInteger sum = BigInteger.ZERO;
        for (long count : counts) {
            sum = sum.add(BigInteger.valueOf(count));
        }
        return sum;
    }

    /** The variance, among the own students, of the shares of the others they beat, by their number. */
    private static double variance(BigInteger own, BigInteger others, BigInteger squares, BigInteger wins) {
        BigInteger top = own.multiply(squares).subtract(wins.multiply(wins));
        BigInteger bottom = own.multiply(own)
                .multiply(own.subtract(BigInteger.ONE))
                .multiply(others.multiply(others).shiftLeft(2));
        return ratio(top, bottom);
    }

    private static double ratio(BigInteger top, BigInteger bottom) {
        return new BigDecimal(top).divide(new BigDecimal(bottom), DIGITS).doubleValue();
    }

    long n() {
        return first + second;
    }

    /** Whether one group lies wholly above the other. */
    boolean isParted() {
        return wins.signum() == 0 || wins.equals(all);
    }

    /** The share that the first group wins. */
    double share() {
        return ratio(wins, all);
    }

    /** The share that the second group wins. */
    double otherShare() {
        return ratio(all.subtract(wins), all);
    }

    /** The lower end of the score interval for a share; the upper end is 1 less that of the other share. */
    double scoreEnd(double share, double level) {
        return new PairShareInterval(level).lower(share, first, second);
    }
}
