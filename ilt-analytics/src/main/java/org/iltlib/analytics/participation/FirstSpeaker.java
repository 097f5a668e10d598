package org.iltlib.analytics.participation;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * Whether it matters that an administrator speaks first: how often it happens beside chance, and whether others are heard
 * less when it does. Immutable.
 */
@Value.Immutable
public abstract class FirstSpeaker {
    /**
     * One point of a meeting.
     *
     * @param administratorFirst whether an administrator spoke first
     * @param heard how many others were heard, or how often: the same for all points
     */
    public record Point(boolean administratorFirst, int heard) {
        /** Checks the number. */
        public Point {
            Checks.notNegative(heard, "heard");
        }
    }

    FirstSpeaker() {}

    /** How often an administrator spoke first, beside what chance would bring if each member were as likely. */
    public abstract ChanceShare first();

    /** Mean heard when an administrator spoke first less the mean when not; missing unless both happened. */
    public abstract Measured<Double> effect();

    /**
     * The exact probability, two-sided, that points drawn at random for the administrator to open differ as much;
     * missing as the effect.
     */
    public abstract Measured<Double> probability();

    /**
     * The effect over these points. Time: points squared × the sum of heard.
     *
     * @param points at least one
     * @param administrators how many seats administrators hold
     * @param members all seats
     */
    public static FirstSpeaker of(List<Point> points, int administrators, int members) {
        Checks.notEmpty(points, "points");
        int k = (int) points.stream().filter(Point::administratorFirst).count();
        int n = points.size();
        Builder builder = new Builder().first(ChanceShare.binomial(k, n, administrators, members));
        if (k == 0 || k == n) {
            Measured<Double> missing = Measured.missing(MissingReason.NOT_APPLICABLE, "the same speaker every time");
            return builder.effect(missing).probability(missing).build();
        }
        long[] scores = points.stream().mapToLong(Point::heard).toArray();
        boolean[] chosen = new boolean[n];
        double with = 0;
        double without = 0;
        for (int i = 0; i < n; i++) {
            chosen[i] = points.get(i).administratorFirst();
            with += chosen[i] ? scores[i] : 0;
            without += chosen[i] ? 0 : scores[i];
        }
        return builder.effect(Measured.of(with / k - without / (n - k)))
                .probability(Measured.of(SubsetSums.twoSided(scores, chosen)))
                .build();
    }

    /** Builds the result; for the factory. */
    static final class Builder extends ImmutableFirstSpeaker.Builder {
        Builder() {}
    }
}
