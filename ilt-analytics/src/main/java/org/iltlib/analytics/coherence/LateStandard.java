package org.iltlib.analytics.coherence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.iltlib.curriculum.StandardId;

/**
 * A standard that comes later in one curriculum than in another: taught after it was tested.
 *
 * @param standard the standard
 * @param first its first day in the first curriculum
 * @param second its first day in the second
 */
public record LateStandard(StandardId standard, LocalDate first, LocalDate second) {

    /** How many days the two lie apart, by the calendar. */
    public long days() {
        return Math.abs(ChronoUnit.DAYS.between(first, second));
    }
}
