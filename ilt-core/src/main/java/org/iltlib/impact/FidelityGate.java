package org.iltlib.impact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Minimum;
import org.iltlib.choice.Rational;

/**
 * How much must have been implemented before an effect is judged at all. The one place where that is decided, in whole
 * numbers: a share that was counted enters as counted, one that was written as a decimal number as that decimal.
 *
 * @param least what reach times the mean of the other four shares must be
 */
public record FidelityGate(Minimum least) {
    /** At least 60 in a hundred. */
    public static final FidelityGate DEFAULT = new FidelityGate(Minimum.atLeast(Fraction.percent(60)));

    /** Something that was carried out to an exactly known degree. */
    public interface Implemented {
        /** Reach times the mean of adherence, dosage, quality and responsiveness. */
        Rational implemented();

        /** What speaks against judging whatever the share is, such as a dimension below its floor; empty if nothing does. */
        default List<Explanation> obstacles() {
            return List.of();
        }
    }

    /** At least the share that the number shows as a decimal: 0.6 is 6/10. */
    public static FidelityGate atLeast(double share) {
        Checks.share(share, "criterion");
        BigDecimal decimal = BigDecimal.valueOf(share).stripTrailingZeros();
        Checks.require(
                decimal.scale() <= 18, "criterion is %s. Expected a share of at most 18 decimals, such as 0.6.", share);
        Rational exact = exactly(decimal);
        return new FidelityGate(Minimum.atLeast(Fraction.of(
                exact.numerator().longValueExact(), exact.denominator().longValueExact())));
    }

    /** The number that the double shows as a decimal: 0.1 is 1/10. */
    static Rational exactly(double shown) {
        return exactly(BigDecimal.valueOf(shown));
    }

    private static Rational exactly(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? Rational.of(decimal.toBigIntegerExact(), BigInteger.ONE)
                : Rational.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The mean of shares, at least one. */
    public static Rational mean(List<Rational> shares) {
        Checks.notEmpty(shares, "shares");
        Rational sum = Rational.ZERO;
        for (Rational share : shares) {
            sum = sum.plus(share);
        }
        return sum.dividedBy(shares.size());
    }

    /** Whether a share is enough; nothing passes by being zero. */
    public static boolean isEnough(Rational share, Minimum least) {
        Rational limit = Rational.of(least.share().numerator(), least.share().denominator());
        int sign = share.compareTo(limit);
        return share.signum() > 0 && (least.exceeded() ? sign > 0 : sign >= 0);
    }

    /**
     * Whether an effect of it may be judged.
     *
     * @throws IllegalArgumentException if what was implemented is not a share
     */
    public boolean passes(Implemented what) {
        share(what);
        return what.obstacles().isEmpty() && isEnough(what.implemented(), least);
    }

    private static Rational share(Implemented what) {
        Rational share = what.implemented();
        Checks.require(
                share.signum() >= 0 && share.compareTo(Rational.ONE) <= 0,
                "Implementation is %s. Expected a share between 0 and 1.",
                share);
        return share;
    }

    /** Two decimals, or as many more as it takes to tell the share from the limit, at most 18. */
    private String decimals(Rational share) {
        Rational limit = Rational.of(least.share().numerator(), least.share().denominator());
        for (int digits = 2; digits < 18; digits++) {
            String shown = decimal(share, digits);
            if (share.equals(limit) || !shown.equals(decimal(limit, digits))) {
                return shown;
            }
        }
        return share.toString();
    }

    private static String decimal(Rational share, int digits) {
        return new BigDecimal(share.numerator())
                .divide(new BigDecimal(share.denominator()), digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /**
     * The reading in words; with as many decimals as tell the share from what is needed.
     *
     * @throws IllegalArgumentException if what was implemented is not a share
     */
    public Explanation explain(Implemented what) {
        Explanation why = Explanation.of(
                "Implementation is %s, %s (%.2f) is needed to judge.",
                decimals(share(what)),
                least,
                (double) least.share().numerator() / least.share().denominator());
        for (Explanation obstacle : what.obstacles()) {
            why = why.because(obstacle);
        }
        return why;
    }
}
