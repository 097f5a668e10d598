package org.iltlib.analytics.coherence;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.Alignment;

/**
 * A test as a panel judged it, and the day on which it was given.
 *
 * @param alignment the judgments
 * @param round which round of them counts, from 1
 * @param on the day
 */
public record AssessedOn(Alignment alignment, int round, LocalDate on) {
    /** Checks the round. */
    public AssessedOn {
        Checks.positive(round, "round");
    }
}
