package org.iltlib.team;

import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * One seat added, changed, filled by somebody else, or given up.
 *
 * @param before the seat as it is; none if it is new
 * @param after the seat as it should be, vacant if somebody is to be found for it; none if it is given up
 */
public record SeatChange(Optional<Seat> before, Optional<Seat> after) {

    /** Refuses a change of nothing. */
    public SeatChange {
        Checks.require(before.isPresent() || after.isPresent(), "Neither before nor after is given.");
    }

    /** In words: {@code add a teacher for 51/2}, {@code give the principal's seat (p-01) the duty of recorder}. */
    @Override
    public String toString() {
        return Phrases.change(before, after);
    }
}
