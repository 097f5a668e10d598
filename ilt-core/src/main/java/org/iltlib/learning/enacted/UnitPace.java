package org.iltlib.learning.enacted;

import java.util.Locale;
import java.util.Optional;
import org.iltlib.curriculum.pacing.PacedUnit;
import org.immutables.value.Value;

/** Where a class stands with one unit on a day, in days of instruction. Immutable. */
@Value.Immutable
public abstract class UnitPace {
    /** How far a unit has come. */
    public enum Progress {
        /** It is not begun, and need not be. */
        NOT_DUE,
        /** It should have been begun by now. */
        OVERDUE,
        /** It is begun. */
        GOING_ON,
        /** It is finished. */
        FINISHED;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    UnitPace() {}

    /** The plan. */
    public abstract PacedUnit planned();

    /** The number of the day on which it was begun. */
    public abstract Optional<Integer> begun();

    /** The number of the day on which it was finished. */
    public abstract Optional<Integer> finished();

    /** How far it has come. */
    public abstract Progress progress();

    /**
     * How many days it is late; below zero if it is early. Of a finished unit, by its last day; of one that goes on, by
     * its first day or, once its planned last day is over, by that, whichever is more; of one that is overdue, the days
     * since it should have been begun, that one included. 0 if it is not due.
     */
    public abstract int lag();

    /** How many days more than planned it took; below zero if fewer, empty until it is finished. */
    public Optional<Integer> overrun() {
        return finished()
                .flatMap(last ->
                        begun().map(first -> last - first + 1 - planned().days()));
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableUnitPace.Builder {
        Builder() {}
    }
}
