package org.iltlib.team;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** In words: {@code add a teacher for 51/2}. */
    @Override
    public String toString() {
        if (after.isEmpty()) {
            return "give up the seat of " + Rules.describe(before.orElseThrow());
        }
        Seat wanted = after.get();
        if (before.isEmpty()) {
            return "add " + Rules.describe(wanted);
        }
        if (gainsOnlyDuties(before.get(), wanted)) {
            Set<Office> gained = new TreeSet<>(wanted.offices());
            gained.removeAll(before.get().offices());
            return "give "
                    + Rules.describe(before.get().toBuilder().offices(Set.of()).build()) + " the duties "
                    + String.join(", ", gained.stream().map(Office::value).toList());
        }
        return wanted.isVacant()
                ? "fill the seat of " + Rules.describe(before.get()) + " with " + Rules.describe(wanted)
                : "let " + Rules.describe(before.get()) + " become " + Rules.describe(wanted);
    }

    private static boolean gainsOnlyDuties(Seat before, Seat after) {
        return !after.offices().equals(before.offices())
                && after.offices().containsAll(before.offices())
                && after.toBuilder().offices(before.offices()).build().equals(before);
    }
}
