package org.iltlib.analytics.stats.merge;

import org.iltlib.base.Checks;

/** Arithmetic on counts that refuses to overflow or to fall below zero. */
final class Counts {
    private Counts() {}

    static long[] copy(long[] counts, String name) {
        long[] copy = counts.clone();
        for (long count : copy) {
            Checks.notNegative(count, name);
        }
        return copy;
    }

    static long[] sum(long[] first, long[] second) {
        long[] sum = first.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = add(sum[i], second[i]);
        }
        return sum;
    }

    static long[] difference(long[] first, long[] second, String what) {
        long[] rest = first.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= second[i];
            Checks.require(
                    rest[i] >= 0,
                    "%s %s holds %s, and %s are to go. Maybe a case is taken away that was never added.",
                    what,
                    i,
                    first[i],
                    second[i]);
        }
        return rest;
    }

    static long add(long first, long second) {
        long sum = first + second;
        Checks.require(
                ((first ^ sum) & (second ^ sum)) >= 0,
                "%s and %s make a sum that does not fit 64 bits.",
                first,
                second);
        return sum;
    }

    static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total = add(total, count);
        }
        return total;
    }
}
