package org.iltlib.analytics.progress.runs;

import java.math.BigInteger;
import org.iltlib.base.Checks;

/**
 * How long a run and how few crossings chance still allows among so many points that are not on the line: the longest
 * run round(log₂ n + 3), the fewest crossings the 5th percentile of a binomial number of n − 1 trials with probability
 * one half (Anhøj &amp; Olesen 2014, doi:10.1371/journal.pone.0113825). Computed in whole numbers; O(n).
 *
 * @param longestRun a run may be this long; one point more is a signal
 * @param fewestCrossings this many crossings are enough; one less is a signal
 */
public record AnhojLimits(int longestRun, int fewestCrossings) {
    private static final BigInteger TWENTY = BigInteger.valueOf(20);

    /** The limits for that many useful points, at least 2. */
    public static AnhojLimits of(int useful) {
        Checks.require(useful >= 2, "useful is %s. Expected at least 2.", useful);
        int trials = useful - 1;
        BigInteger all = BigInteger.ONE.shiftLeft(trials);
        BigInteger ways = BigInteger.ONE;
        BigInteger sum = BigInteger.ONE;
        int crossings = 0;
        while (sum.multiply(TWENTY).compareTo(all) < 0) {
            ways = ways.multiply(BigInteger.valueOf((long) trials - crossings))
                    .divide(BigInteger.valueOf(crossings + 1L));
            sum = sum.add(ways);
            crossings++;
        }
        // round(log2 n) is k if n squared lies from 2^(2k-1) to 2^(2k+1)
        int rounded = BigInteger.valueOf(useful).pow(2).bitLength() / 2;
        return new AnhojLimits(rounded + 3, crossings);
    }
}
