package org.iltlib.team.rights;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/** Who decided one matter, and whether as the team recommended. Immutable. */
@Value.Immutable
public abstract class RightUse {
    /** Who decides. */
    public enum Decider {
        /** The team. */
        TEAM("the team"),
        /** The principal of the school. */
        PRINCIPAL("the principal"),
        /** The district. */
        DISTRICT("the district");

        private final String words;

        Decider(String words) {
            this.words = words;
        }

        /** In words: {@code the team}. */
        @Override
        public String toString() {
            return words;
        }
    }

    RightUse() {}

    /** The entry of the decision. */
    public abstract EntryId decision();

    /** The matter, in the words of the charter. */
    public abstract String matter();

    /** Who decided. */
    public abstract Decider by();

    /** Whether it is otherwise than the team recommended; not unless said so, and never if the team decided. */
    @Value.Default
    public boolean otherwise() {
        return false;
    }

    /** The reason given. */
    public abstract Optional<String> reason();

    /** Checks the texts, and that the team does not decide otherwise than itself. */
    @Value.Check
    void check() {
        Checks.text(matter(), "matter");
        reason().ifPresent(text -> Checks.text(text, "reason"));
        Checks.require(
                !(otherwise() && by() == Decider.TEAM),
                "The team decided %s otherwise than it recommended itself. Maybe another decided.",
                decision());
    }

    /** A decision as recommended, or on which nothing was recommended. */
    public static RightUse of(EntryId decision, String matter, Decider by) {
        return builder().decision(decision).matter(matter).by(by).build();
    }

    /** {@code decision-3 on hiring: the principal, otherwise than recommended.} */
    Explanation explanation() {
        Explanation text = Explanation.of(
                "%s on %s: %s%s.", decision(), matter(), by(), otherwise() ? ", otherwise than recommended" : "");
        return reason().isPresent() ? text.because("Reason: %s", reason().get()) : text.because("No reason is given.");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a use of a right; decision, matter and decider must be set. */
    public static final class Builder extends ImmutableRightUse.Builder {
        Builder() {}
    }
}
