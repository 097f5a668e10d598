package org.iltlib.analytics.achievement.composition;

import org.iltlib.analytics.stats.merge.CountSummary;
import org.iltlib.analytics.stats.merge.CrossMoments;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;

/**
 * How many students a group has and what they have together: the number of the proficient, or the sum of scores in whole
 * steps.
 *
 * @param n how many students, zero or more
 * @param total what they have together; 0 if there are none
 */
public record GroupTotal(long n, long total) implements CountSummary<GroupTotal> {
    /** Of nobody. */
    public static final GroupTotal EMPTY = new GroupTotal(0, 0);

    /** Checks the count. */
    public GroupTotal {
        Checks.notNegative(n, "n");
        Checks.require(n > 0 || total == 0, "total is %s and there is nobody. Expected 0.", total);
    }

    /** So many students with so much together. */
    public static GroupTotal of(long n, long total) {
        return new GroupTotal(n, total);
    }

    /** Those at that level or above, among all. */
    public static GroupTotal atOrAbove(LevelCounts counts, int level) {
        return new GroupTotal(counts.n(), counts.atOrAbove(level));
    }

    /** A column's sum. */
    public static GroupTotal sum(CrossMoments moments, int column) {
        return new GroupTotal(moments.n(), moments.sum(column));
    }

    @Override
    public GroupTotal merge(GroupTotal other) {
        return new GroupTotal(Math.addExact(n, other.n), Math.addExact(total, other.total));
    }

    @Override
    public GroupTotal less(GroupTotal other) {
        Checks.require(other.n <= n, "%s students are to go from %s. Maybe they were never added.", other.n, n);
        return new GroupTotal(n - other.n, Math.subtractExact(total, other.total));
    }

    /** The mean, exactly. */
    Rational mean() {
        return Rational.of(total, n);
    }
}
