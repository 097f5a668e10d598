package org.iltlib.decision.vote;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A member steps back from one matter because of a personal interest, or another says that they should. It is declared,
 * it may be challenged, and it may be ruled on.
 *
 * <ul>
 *   <li>Declared by the member: in effect, also while it is challenged, unless a ruling overrules it.
 *   <li>Declared by another: without effect until a ruling upholds it. Nobody loses a vote because somebody says so.
 * </ul>
 *
 * <p>What a recusal in effect does to vote, base and quorum is the {@link Policy} of the rules. Immutable.
 */
@Value.Immutable
public abstract class Recusal {
    /** The written form. */
    public static final Form<Recusal> FORM = Form.<Recusal, Builder>built(Recusal::builder, Builder::build)
            .field("person", PersonId.FORM, Recusal::person, Builder::person)
            .field("declaredBy", PersonId.FORM, Recusal::declaredBy, Builder::declaredBy)
            .field("reason", Forms.TEXT, Recusal::reason, Builder::reason)
            .maybe("interest", Forms.enumOf(Interest.class), Recusal::interest, Builder::interest)
            .maybe("challenge", Challenge.FORM, Recusal::challenge, Builder::challenge)
            .maybe("ruling", Ruling.FORM, Recusal::ruling, Builder::ruling);

    /** The class of an interest that makes somebody step back. */
    public enum Interest {
        /** Money or another good, not shared with others. */
        FINANCIAL,
        /** A relative or a close friend is concerned. */
        FAMILY,
        /** A second duty, post or mandate is concerned. */
        OTHER_OFFICE,
        /** The member is the matter: an evaluation, a complaint, an appointment. */
        PERSONAL
    }

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

        /** Whether it takes the vote. */
        public boolean excludesFromVote() {
            return this != ADVISORY;
        }

        /** Whether it takes the member out of the base. */
        public boolean excludesFromBase() {
            return this == EXCLUDED_FROM_VOTE_AND_BASE || this == EXCLUDED_FROM_QUORUM_TOO;
        }

        /** Whether it takes the member out of the quorum. */
        public boolean excludesFromQuorum() {
            return this == EXCLUDED_FROM_QUORUM_TOO;
        }

        /** In words: {@code not counted at all}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Somebody says that a recusal is wrong.
     *
     * @param by who
     * @param reason why
     */
    public record Challenge(PersonId by, String reason) {
        /** The written form. */
        public static final Form<Challenge> FORM =
                Form.of("by", PersonId.FORM, Challenge::by, "reason", Forms.TEXT, Challenge::reason, Challenge::new);

        /** Checks the reason. */
        public Challenge {
            Checks.text(reason, "reason");
        }
    }

    /**
     * What was ruled.
     *
     * @param by who ruled, or announced the ruling of the body
     * @param upheld whether the recusal stands
     */
    public record Ruling(PersonId by, boolean upheld) {
        /** The written form. */
        public static final Form<Ruling> FORM =
                Form.of("by", PersonId.FORM, Ruling::by, "upheld", Forms.FLAG, Ruling::upheld, Ruling::new);
    }

    Recusal() {}

    /** Who. */
    public abstract PersonId person();

    /** Who said so; often the same. */
    public abstract PersonId declaredBy();

    /** The interest, in a few words: {@code family member is the vendor}. */
    public abstract String reason();

    /** The class of interest. */
    public abstract Optional<Interest> interest();

    /** Who says that it is wrong, and why. */
    public abstract Optional<Challenge> challenge();

    /** What was ruled on it. */
    public abstract Optional<Ruling> ruling();

    /** Checks the reason. */
    @Value.Check
    void check() {
        Checks.text(reason(), "reason");
    }

    /** A recusal declared by the member. */
    public static Recusal of(PersonId person, String reason) {
        return of(person, person, reason);
    }

    /** A recusal of that person, declared by that other one. */
    public static Recusal of(PersonId person, PersonId declaredBy, String reason) {
        return builder().person(person).declaredBy(declaredBy).reason(reason).build();
    }

    /** A copy challenged by that person for that reason. */
    public Recusal challengedBy(PersonId by, String why) {
        return toBuilder().challenge(new Challenge(by, why)).build();
    }

    /** A copy that was upheld, or overruled. */
    public Recusal ruledBy(PersonId by, boolean upheld) {
        return toBuilder().ruling(new Ruling(by, upheld)).build();
    }

    /** Whether it counts: as ruled; without a ruling, if the member declared it. */
    public boolean isInEffect() {
        return ruling().map(Ruling::upheld).orElse(declaredBy().equals(person()));
    }

    /** Where it stands: {@code declared by p-001, challenged by p-002, upheld by p-003}. */
    public String standing() {
        return "declared by " + declaredBy()
                + challenge().map(it -> ", challenged by " + it.by()).orElse("")
                + ruling().map(it -> (it.upheld() ? ", upheld by " : ", overruled by ") + it.by())
                        .orElse(", not ruled on");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a recusal; person, who declared it and reason must be set. */
    public static final class Builder extends ImmutableRecusal.Builder {
        Builder() {}
    }
}
