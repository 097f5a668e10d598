package org.iltlib.team.bridge;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How long answers took, in days, and how long items without one have waited so far. Exact, no floating point.
 *
 * <p>There are two ways to read a quantile. {@link #quantile} looks at answered items only, and so flatters a team that
 * leaves the hard ones open. {@link #quantileWithOpen} counts those that wait for as long as they have waited.
 *
 * @param answered the days from raising to answer, in rising order; zero or more
 * @param open the days that open items have waited so far, in rising order; zero or more
 */
public record ClosureTimes(List<Long> answered, List<Long> open) {

    /** Checks that no time is negative, and sorts both. */
    public ClosureTimes {
        answered = answered.stream().sorted().toList();
        open = open.stream().sorted().toList();
        answered.forEach(days -> Checks.notNegative(days, "days to an answer"));
        open.forEach(days -> Checks.notNegative(days, "days open"));
    }

    /** The share of items that are answered; missing if there are none. */
    public Measured<Fraction> rate() {
        int all = answered.size() + open.size();
        return all == 0
                ? Measured.missing(MissingReason.UNDEFINED, "no items")
                : Measured.of(Fraction.of(answered.size(), all));
    }

    /**
     * The nearest-rank quantile of the answered items: the fewest days within which at least that share of them had
     * their answer, so always a number of days that occurred. Type 1 of R. J. Hyndman and Y. Fan (1996), doi
     * 10.1080/00031305.1996.10473566. Constant time. Missing if nothing is answered.
     *
     * @param share above 0: 1/2 for the median, 9/10 for the 90th percentile
     * @throws IllegalArgumentException if the share is zero
     */
    public Measured<Long> quantile(Fraction share) {
        requirePositive(share);
        if (answered.isEmpty()) {
            return Measured.missing(MissingReason.UNDEFINED, "no item is answered");
        }
        // ceil(n * share)
        long rank = BigInteger.valueOf(answered.size())
                .multiply(BigInteger.valueOf(share.numerator()))
                .add(BigInteger.valueOf(share.denominator() - 1))
                .divide(BigInteger.valueOf(share.denominator()))
                .longValueExact();
        return Measured.of(answered.get((int) rank - 1));
    }

    /**
     * The fewest days within which at least that share of all items get their answer, where an open item counts as one
     * that had none up to now: the product-limit estimate of E. L. Kaplan and P. Meier (1958), doi
     * 10.1080/01621459.1958.10501452. It assumes that how long an item has been watched says nothing on how soon it is
     * answered. Missing if so many answers have not come within the longest time watched. Linear in the number of items,
     * with numbers of as many digits.
     *
     * @param share above 0
     * @throws IllegalArgumentException if the share is zero
     */
    public Measured<Long> quantileWithOpen(Fraction share) {
        requirePositive(share);
        BigInteger stillOpen = BigInteger.ONE;
        BigInteger of = BigInteger.ONE;
        int done = 0;
        int leftBefore = 0;
        while (done < answered.size()) {
            long days = answered.get(done);
            while (leftBefore < open.size() && open.get(leftBefore) < days) {
                leftBefore++;
            }
            int watched = answered.size() - done + open.size() - leftBefore;
            int now = Collections.frequency(answered.subList(done, answered.size()), days);
            stillOpen = stillOpen.multiply(BigInteger.valueOf(watched - now));
            of = of.multiply(BigInteger.valueOf(watched));
            done += now;
            // 1 - stillOpen / of >= share
            if (of.subtract(stillOpen)
                            .multiply(BigInteger.valueOf(share.denominator()))
                            .compareTo(of.multiply(BigInteger.valueOf(share.numerator())))
                    >= 0) {
                return Measured.of(days);
            }
        }
        return Measured.missing(MissingReason.TOO_FEW, "fewer than " + share + " are answered in the time watched");
    }

    private static void requirePositive(Fraction share) {
        Checks.require(
                share.numerator() > 0, "share is %s. Expected more than 0. Maybe 1/2 for the median is meant.", share);
    }
}
