package org.iltlib.impact.quality;

import java.math.BigInteger;
import java.util.List;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;

/**
 * A share whose numerator and denominator may be of any size, for comparing with a minimum exactly.
 *
 * @param numerator zero or more
 * @param denominator above zero
 */
record ExactShare(BigInteger numerator, BigInteger denominator) {
    /** The mean of shares, at least one. */
    static ExactShare meanOf(List<Fraction> shares) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Fraction share : shares) {
            BigInteger of = BigInteger.valueOf(share.denominator());
            numerator = numerator.multiply(of).add(denominator.multiply(BigInteger.valueOf(share.numerator())));
            denominator = denominator.multiply(of);
        }
        return new ExactShare(numerator, denominator.multiply(BigInteger.valueOf(shares.size())));
    }

    /** That part of it. */
    ExactShare times(Fraction share) {
        return new ExactShare(
                numerator.multiply(BigInteger.valueOf(share.numerator())),
                denominator.multiply(BigInteger.valueOf(share.denominator())));
    }

    /** Whether it is enough; nothing passes by being zero. */
    boolean reaches(Minimum minimum) {
        BigInteger own = numerator.multiply(BigInteger.valueOf(minimum.share().denominator()));
        int sign = own.compareTo(
                denominator.multiply(BigInteger.valueOf(minimum.share().numerator())));
        return numerator.signum() > 0 && (minimum.exceeded() ? sign > 0 : sign >= 0);
    }
}
