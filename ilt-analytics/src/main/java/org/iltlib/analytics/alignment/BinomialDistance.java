package org.iltlib.analytics.alignment;

import java.math.BigInteger;

/** Exact mean distances of shares of counted items; whole numbers throughout. */
final class BinomialDistance {
    private BinomialDistance() {}

    /**
     * The mean of |A/n − B/m|, A and B independent binomials of n and m trials. Linear in n + m operations on numbers of
     * that many digits: with weights w of B, Σ |an − b| w is a line in a between prefix sums.
     */
    static Ratio of(Ratio p, int n, Ratio q, int m) {
        BigInteger[] first = weights(p, n);
        BigInteger[] second = weights(q, m);
        BigInteger whole = q.denominator().pow(m);
        BigInteger mean = BigInteger.ZERO;
        for (int b = 0; b <= m; b++) {
            mean = mean.add(second[b].multiply(BigInteger.valueOf((long) b * n)));
        }
        BigInteger sum = BigInteger.ZERO;
        BigInteger below = BigInteger.ZERO;
        BigInteger belowMean = BigInteger.ZERO;
        int next = 0;
        for (int a = 0; a <= n; a++) {
            long place = (long) a * m;
            while (next <= m && (long) next * n <= place) {
                below = below.add(second[next]);
                belowMean = belowMean.add(second[next].multiply(BigInteger.valueOf((long) next * n)));
                next++;
            }
            BigInteger at = BigInteger.valueOf(place);
            BigInteger distance = at.multiply(below)
                    .subtract(belowMean)
                    .shiftLeft(1)
                    .subtract(at.multiply(whole))
                    .add(mean);
            sum = sum.add(first[a].multiply(distance));
        }
        BigInteger scale = p.denominator().pow(n).multiply(whole).multiply(BigInteger.valueOf((long) n * m));
        return new Ratio(sum, scale);
    }

    /** Σ over k of C(n, k) aᵏ (d − a)ⁿ⁻ᵏ is dⁿ for the share a/d. */
    private static BigInteger[] weights(Ratio share, int n) {
        BigInteger in = share.numerator();
        BigInteger out = share.denominator().subtract(in);
        BigInteger[] weights = new BigInteger[n + 1];
        BigInteger[] outs = new BigInteger[n + 1];
        outs[0] = BigInteger.ONE;
        for (int i = 1; i <= n; i++) {
            outs[i] = outs[i - 1].multiply(out);
        }
        BigInteger ins = BigInteger.ONE;
        BigInteger ways = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            weights[k] = ways.multiply(ins).multiply(outs[n - k]);
            ins = ins.multiply(in);
            ways = ways.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1L));
        }
        return weights;
    }

    /**
     * The mean of |share − H/items|, H the number of those of a row among as many as a column has, drawn without
     * replacement. Linear in the smaller of row and column.
     */
    static Ratio ofDrawn(Ratio share, int row, int column, int items) {
        int first = Math.max(0, row + column - items);
        BigInteger ways = choose(row, first).multiply(choose(items - row, column - first));
        BigInteger sum = BigInteger.ZERO;
        BigInteger at = share.numerator().multiply(BigInteger.valueOf(items));
        for (int h = first; h <= Math.min(row, column); h++) {
            BigInteger away = at.subtract(share.denominator().multiply(BigInteger.valueOf(h)));
            sum = sum.add(away.abs().multiply(ways));
            ways = ways.multiply(BigInteger.valueOf((long) (row - h) * (column - h)))
                    .divide(BigInteger.valueOf((h + 1L) * ((long) items - row - column + h + 1)));
        }
        return new Ratio(
                sum, choose(items, column).multiply(share.denominator()).multiply(BigInteger.valueOf(items)));
    }

    /** How many ways there are to choose so many; 0 for fewer than none or more than there are. */
    static BigInteger choose(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 0; i < Math.min(k, n - k); i++) {
            ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return ways;
    }
}
