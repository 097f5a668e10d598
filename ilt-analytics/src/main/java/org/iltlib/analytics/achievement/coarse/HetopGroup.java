package org.iltlib.analytics.achievement.coarse;

import java.util.Locale;
import org.iltlib.base.Measured;
import org.immutables.value.Value;

/** A group as a {@link HetopFit} sees it, in standard deviations of all students. Immutable. */
@Value.Immutable
public abstract class HetopGroup {
    /** What carries the numbers. */
    public enum Basis {
        /** Mean and spread are the group's own. */
        ESTIMATED,
        /** The mean is the group's own, the spread that of others: it has students at fewer than three levels. */
        SPREAD_ASSUMED,
        /** Mean and spread are those of others: all its students stand at the lowest or the highest level. */
        MEAN_ASSUMED;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    HetopGroup() {}

    /** Its name. */
    public abstract String name();

    /** Its students. */
    public abstract long n();

    /** The mean. */
    public abstract double mean();

    /** The standard error of the mean; missing where the mean is assumed. */
    public abstract Measured<Double> meanError();

    /** The standard deviation, above zero. */
    public abstract double spread();

    /** The standard error of the standard deviation; missing where that is assumed. */
    public abstract Measured<Double> spreadError();

    /** What carries the numbers. */
    public abstract Basis basis();

    /** Such as {@code north: mean 0.296, spread 0.903 (n = 1000, estimated)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: mean %.3f, spread %.3f (n = %d, %s)", name(), mean(), spread(), n(), basis());
    }

    /** Builds a group. */
    static final class Builder extends ImmutableHetopGroup.Builder {
        Builder() {}
    }
}
