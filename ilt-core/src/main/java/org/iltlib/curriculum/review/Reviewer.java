package org.iltlib.curriculum.review;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * A member of a panel. Whoever declares a conflict of interest may speak and is heard, but is not counted: neither among
 * the reviewers nor in any rating.
 *
 * @param person who
 * @param role for whom the person sits there: teacher, parent, student
 * @param conflict the conflict of interest that was declared, in words; empty if there is none
 */
public record Reviewer(PersonId person, StakeholderGroup role, Optional<String> conflict) {
    /** The written form. */
    public static final Form<Reviewer> FORM = Form.of(
            "person",
            PersonId.FORM,
            Reviewer::person,
            "role",
            StakeholderGroup.FORM,
            Reviewer::role,
            "conflict",
            Forms.optional(Forms.TEXT),
            Reviewer::conflict,
            Reviewer::new);

    /** Checks the words. */
    public Reviewer {
        conflict.ifPresent(words -> Checks.text(words, "conflict"));
    }

    /** A reviewer without a conflict of interest. */
    public static Reviewer of(PersonId person, StakeholderGroup role) {
        return new Reviewer(person, role, Optional.empty());
    }

    /** A copy that declares that conflict of interest. */
    public Reviewer withConflict(String declared) {
        return new Reviewer(person, role, Optional.of(declared));
    }

    /** Whether the reviewer counts. */
    public boolean counts() {
        return conflict.isEmpty();
    }
}
