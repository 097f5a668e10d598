package org.iltlib.analytics.equity.warning;

import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * A student of whom it is known how it went. Immutable.
 *
 * @param then what was known
 * @param readOn on which day
 * @param outcome whether that of which the pack warns happened, and when
 */
public record PastStudent(StudentReadings then, LocalDate readOn, Outcome outcome) {
    /**
     * How it went.
     *
     * @param happened whether it happened
     * @param on on which day, where that is known; never where it did not happen
     */
    public record Outcome(boolean happened, Optional<LocalDate> on) {
        /** It did not happen. */
        public static final Outcome SPARED = new Outcome(false, Optional.empty());

        /** A day only where it happened. */
        public Outcome {
            Checks.require(happened || on.isEmpty(), "There is a day (%s) on which it did not happen.", on);
        }

        /** It happened on that day. */
        public static Outcome on(LocalDate day) {
            return new Outcome(true, Optional.of(day));
        }
    }

    /** What was read after it happened is no warning. */
    public PastStudent {
        LocalDate read = readOn;
        outcome.on()
                .ifPresent(day -> Checks.require(
                        !day.isBefore(read),
                        "It happened on %s and was read on %s. Expected the reading first.",
                        day,
                        read));
    }
}
