package org.iltlib.analytics.equity.warning;

import org.iltlib.base.Checks;
import org.immutables.value.Value;

/** How often an alarm was right: counts, which add over schools and years. Immutable. */
@Value.Immutable
public abstract class AlarmCounts {
    AlarmCounts() {}

    /** Flagged, and it happened. */
    public abstract long hits();

    /** Not flagged, and it happened. */
    public abstract long misses();

    /** Flagged, and it did not happen. */
    public abstract long falseAlarms();

    /** Not flagged, and it did not happen. */
    public abstract long quiet();

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.notNegative(hits(), "hits");
        Checks.notNegative(misses(), "misses");
        Checks.notNegative(falseAlarms(), "falseAlarms");
        Checks.notNegative(quiet(), "quiet");
    }

    /** Those counts. */
    public static AlarmCounts of(long hits, long misses, long falseAlarms, long quiet) {
        return builder()
                .hits(hits)
                .misses(misses)
                .falseAlarms(falseAlarms)
                .quiet(quiet)
                .build();
    }

    /** Both together. */
    public AlarmCounts plus(AlarmCounts other) {
        return of(
                hits() + other.hits(),
                misses() + other.misses(),
                falseAlarms() + other.falseAlarms(),
                quiet() + other.quiet());
    }

    /** To how many it happened. */
    public long events() {
        return hits() + misses();
    }

    /** To how many it did not. */
    public long spared() {
        return falseAlarms() + quiet();
    }

    /** How many were flagged. */
    public long flagged() {
        return hits() + falseAlarms();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds counts; all must be set. */
    public static final class Builder extends ImmutableAlarmCounts.Builder {
        Builder() {}
    }
}
