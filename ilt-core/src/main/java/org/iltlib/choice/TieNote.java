package org.iltlib.choice;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * A tie that was met, and what became of it.
 *
 * @param tied the alternatives that could not be separated
 * @param kept those that a tie-break chose; all of them if none did
 * @param how the step that separated them, in words
 */
public record TieNote(List<Integer> tied, List<Integer> kept, String how) {
    /** Checks the words; copies. */
    public TieNote {
        tied = List.copyOf(tied);
        kept = List.copyOf(kept);
        Checks.notEmpty(kept, "kept");
        Checks.text(how, "how");
    }
}
