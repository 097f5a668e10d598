package org.iltlib.decision.vote;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A member steps back from one matter because of a personal interest.
 *
 * @param person who
 * @param declaredBy who said so; often the same
 * @param reason the kind of interest, in a few words: {@code family member is the vendor}
 */
public record Recusal(PersonId person, PersonId declaredBy, String reason) {
    /** The written form. */
    public static final Form<Recusal> FORM = Form.of(
            "person",
            PersonId.FORM,
            Recusal::person,
            "declaredBy",
            PersonId.FORM,
            Recusal::declaredBy,
            "reason",
            Forms.TEXT,
            Recusal::reason,
            Recusal::new);

    /** What a recusal does. */
    public enum Policy {
        /** Nothing: the member should abstain but cannot be compelled. */
        ADVISORY("may vote all the same"),
        /** The member does not vote, but counts for base and quorum. */
        EXCLUDED_FROM_VOTE("without a vote"),
        /** The member does not vote nor count in the base, but counts for the quorum. */
        EXCLUDED_FROM_VOTE_AND_BASE("without a vote, not in the base"),
        /** The member counts for nothing in this matter. */
        EXCLUDED_FROM_QUORUM_TOO("not counted at all");

        private final String words;

        Policy(String words) {
            this.words = words;
        }

        /** In words: {@code not counted at all}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks the reason. */
    public Recusal {
        Checks.text(reason, "reason");
    }

    /** A recusal declared by the member. */
    public static Recusal of(PersonId person, String reason) {
        return new Recusal(person, person, reason);
    }
}
