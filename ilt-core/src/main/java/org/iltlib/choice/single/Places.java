package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.Unranked;

/** Scores from the place of an alternative on each ballot. */
final class Places {
    private Places() {}

    /** How Borda's rule treats alternatives that are not listed. */
    enum Partial {
        AVERAGE,
        ZERO,
        MODIFIED,
        REFUSE
    }

    /** Last places among some of the alternatives; those that share one share the ballot. */
    static List<Rational> last(Profile profile, BitSet continuing) {
        Rational[] sums = zeros(profile.size());
        for (int b = 0; b < profile.distinct(); b++) {
            BitSet rest = (BitSet) continuing.clone();
            BitSet lowest = new BitSet();
            BitSet rank = new BitSet();
            for (int i = 0; i < profile.length(b); i++) {
                int x = profile.entry(b, i);
                if (!profile.isTied(b, i)) {
                    rank = new BitSet();
                }
                if (x >= 0 && continuing.get(x)) {
                    rest.clear(x);
                    rank.set(x);
                    lowest = rank;
                }
            }
            BitSet last = rest.isEmpty() || profile.unranked() == Unranked.UNKNOWN ? lowest : rest;
            if (!last.isEmpty()) {
                Rational part =
                        Rational.of(profile.weight(b), last.cardinality()).dividedBy(profile.scale());
                last.stream().forEach(x -> sums[x] = sums[x].plus(part));
            }
        }
        return Arrays.asList(sums);
    }

    /** Borda's points, n − 1 for the first of n. */
    static List<Rational> borda(Profile profile, Partial partial) {
        int n = profile.size();
        Checks.require(
                partial != Partial.REFUSE || profile.isComplete(),
                "A ballot does not list every alternative. Maybe use borda, borda-zero or borda-modified.");
        long[] halves = new long[n];
        Rational[] sums = zeros(n);
        for (int b = 0; b < profile.distinct(); b++) {
            long weight = profile.weight(b);
            int length = profile.length(b);
            int listed = 0;
            for (int i = 0; i < length; i++) {
                listed += profile.entry(b, i) >= 0 ? 1 : 0;
            }
            int top = partial == Partial.MODIFIED ? listed + 1 : n;
            long met = 0;
            int above = 0;
            for (int i = 0; i < length; ) {
                int end = i + 1;
                while (end < length && profile.isTied(b, end)) {
                    end++;
                }
                int size = profile.entry(b, i) < 0 ? 0 : end - i;
                long points = 2L * (top - 1 - above) - (size - 1);
                for (int j = i; size > 0 && j < end; j++) {
                    halves[profile.entry(b, j)] = add(halves[profile.entry(b, j)], weight, points);
                    if (n <= 64) {
                        met |= 1L << profile.entry(b, j);
                    }
                }
                above += size;
                i = end;
            }
            if (partial == Partial.AVERAGE && above < n - 1) {
                long points = n - above - 1L;
                for (int x = 0; x < n; x++) {
                    if (n <= 64 ? (met >>> x & 1) == 0 : !isListed(profile, b, x)) {
                        halves[x] = add(halves[x], weight, points);
                    }
                }
            }
        }
        for (int x = 0; x < n; x++) {
            sums[x] = Rational.of(halves[x], 2).dividedBy(profile.scale());
        }
        return Arrays.asList(sums);
    }

    private static long add(long sum, long weight, long points) {
        try {
            return Math.addExact(sum, Math.multiplyExact(weight, points));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("The points leave 64 bits. Maybe a count in the file is wrong.", e);
        }
    }

    private static boolean isListed(Profile profile, int b, int x) {
        for (int i = 0; i < profile.length(b); i++) {
            if (profile.entry(b, i) == x) {
                return true;
            }
        }
        return false;
    }

    /**
     * 1 / rank, counting alternatives above; those tied share the average; unlisted get nothing, or share what the ranks
     * that are left have.
     */
    static List<Rational> dowdall(Profile profile, boolean average) {
        Rational[] sums = zeros(profile.size());
        for (int b = 0; b < profile.distinct(); b++) {
            Rational weight = profile.inBallots(profile.weight(b));
            int above = 0;
            for (List<Integer> rank : profile.ranking(b).ranks()) {
                Rational points = Rational.ZERO;
                for (int i = 1; i <= rank.size(); i++) {
                    points = points.plus(Rational.of(1, above + i));
                }
                for (int x : rank) {
                    sums[x] = sums[x].plus(points.dividedBy(rank.size()).times(weight));
                }
                above += rank.size();
            }
            if (average && above < profile.size()) {
                Rational points = Rational.ZERO;
                for (int i = above + 1; i <= profile.size(); i++) {
                    points = points.plus(Rational.of(1, i));
                }
                Rational part = points.dividedBy(profile.size() - above).times(weight);
                for (int x = 0; x < profile.size(); x++) {
                    sums[x] = isListed(profile, b, x) ? sums[x] : sums[x].plus(part);
                }
            }
        }
        return Arrays.asList(sums);
    }

    /** For each depth k from 1, the ballots that list an alternative with fewer than k others above it. */
    static List<List<Rational>> depths(Profile profile) {
        int n = profile.size();
        long[][] at = new long[n][n];
        for (int b = 0; b < profile.distinct(); b++) {
            int above = 0;
            for (List<Integer> rank : profile.ranking(b).ranks()) {
                for (int x : rank) {
                    at[above][x] += profile.weight(b);
                }
                above += rank.size();
            }
        }
        List<List<Rational>> depths = new ArrayList<>();
        long[] sum = new long[n];
        for (int k = 0; k < n; k++) {
            for (int x = 0; x < n; x++) {
                sum[x] += at[k][x];
            }
            depths.add(Scores.of(sum, profile.scale()));
        }
        return depths;
    }

    private static Rational[] zeros(int n) {
        Rational[] zeros = new Rational[n];
        Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }
}
