package org.iltlib.analytics.privacy;

import org.iltlib.base.Checks;

/**
 * Numbers that may leave, with the note of what they tell. Only {@link ReleaseLedger} makes one, after the attack on it
 * and on all that was told before has failed.
 *
 * @param note what goes into the ledger
 * @param cells the numbers, some withheld
 */
public record Release(ReleaseNote note, SafeCells cells) {
    /**
     * Refuses numbers that are not safe.
     *
     * @throws IllegalArgumentException if the attack on them succeeds
     */
    public Release {
        Checks.require(
                cells.isSafe(), "The release \"%s\" gives something away. Maybe see SafeCells.attack.", note.name());
    }
}
