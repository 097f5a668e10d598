package org.iltlib.decision.vote;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Somebody stands in for a member in one matter. What is said here has an effect only where the rules of the room allow
 * that kind ({@link VotingContext#allowed()}; by default none, as in Robert's Rules); otherwise the outcome lists it as
 * left out. A later entry of the same kind about the same member takes the place of an earlier one, and one without a
 * substitute takes it back; other kinds stay. An alternate who sits in the seat comes before a proxy and a delegate of the
 * member, which are left out; a ballot that a proxy hands in comes before a delegation.
 *
 * @param kind how
 * @param member for whom
 * @param substitute who stands in; nobody if an earlier entry is taken back
 */
public record Substitution(Kind kind, PersonId member, Optional<PersonId> substitute) {
    /** The written form. */
    public static final Form<Substitution> FORM = Form.of(
            "kind",
            Forms.enumOf(Kind.class),
            Substitution::kind,
            "member",
            PersonId.FORM,
            Substitution::member,
            "substitute",
            Forms.optional(PersonId.FORM),
            Substitution::substitute,
            Substitution::new);

    /** The ways to stand in. */
    public enum Kind {
        /**
         * Takes the member's seat for this matter: is present in it, votes in it under the own name, with the seat's
         * weight. The member does not count, even when in the room; never both. Offices stay with the member.
         */
        ALTERNATE("alternate"),
        /**
         * Somebody in the room hands in a ballot for an absent member ({@link Ballot#castBy()}). The member counts as
         * present in the base of those present, not for the quorum.
         */
        PROXY("proxy"),
        /**
         * The member's vote follows the ballot of the delegate. A ballot of the member's own comes first; a delegate
         * whose ballot does not count, or who is absent, carries nothing, and neither does a circle.
         */
        DELEGATION("delegation");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In words: {@code alternate}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Checks that nobody stands in for themselves. */
    public Substitution {
        Checks.require(
                !substitute.equals(Optional.of(member)),
                "%s is named to stand in for themselves. Maybe Substitution.revoked, which takes an earlier one back.",
                member);
    }

    /** That person takes the member's seat for this matter. */
    public static Substitution alternate(PersonId member, PersonId alternate) {
        return new Substitution(Kind.ALTERNATE, member, Optional.of(alternate));
    }

    /** That person hands in the absent member's ballot. */
    public static Substitution proxy(PersonId member, PersonId proxy) {
        return new Substitution(Kind.PROXY, member, Optional.of(proxy));
    }

    /** The member's vote follows that person's. */
    public static Substitution delegation(PersonId member, PersonId delegate) {
        return new Substitution(Kind.DELEGATION, member, Optional.of(delegate));
    }

    /** The member takes back what was said before of that kind. */
    public static Substitution revoked(Kind kind, PersonId member) {
        return new Substitution(kind, member, Optional.empty());
    }
}
