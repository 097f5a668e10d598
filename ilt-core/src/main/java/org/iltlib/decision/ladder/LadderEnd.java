package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.jspecify.annotations.Nullable;

/** What ended a matter, or would have: a vote, a ruling (without a sitting), or the passing of days (with neither). */
record LadderEnd(
        int step,
        LocalDate on,
        Status status,
        @Nullable Sitting sitting,
        @Nullable Outcome outcome) {

    LadderEnd as(Status shown) {
        return new LadderEnd(step, on, shown, sitting, outcome);
    }

    Optional<Outcome> count() {
        return Optional.ofNullable(outcome);
    }

    /** Whether that person voted, openly, on the side that prevailed. */
    boolean prevailed(PersonId person) {
        return sitting != null
                && outcome != null
                && SittingCount.side(sitting, outcome, person) == (status == Status.ADOPTED ? 1 : -1);
    }
}
