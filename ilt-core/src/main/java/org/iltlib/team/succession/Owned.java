package org.iltlib.team.succession;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;

/**
 * Something that somebody answers for: an open commitment, a decision to be reviewed, an item to be answered.
 *
 * @param entry its entry
 * @param owner who answers for it
 * @param contributors who else works on it; without the owner, each once
 */
public record Owned(EntryId entry, PersonId owner, List<PersonId> contributors) {

    /** Checks and copies the contributors. */
    public Owned {
        contributors = List.copyOf(Checks.distinct(contributors, "contributors"));
        Checks.require(
                !contributors.contains(owner), "contributors hold the owner \"%s\". Maybe leave the owner out.", owner);
    }

    /** Something that one person answers for alone. */
    public static Owned of(EntryId entry, PersonId owner) {
        return new Owned(entry, owner, List.of());
    }
}
