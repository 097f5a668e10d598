package org.iltlib.analytics.suggestion.learned;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/** That a person accepted or rejected a standard for a text. The only thing that is ever learned from. Immutable. */
@Value.Immutable
public abstract class SuggestionReply {
    SuggestionReply() {}

    /** Who judged. */
    public abstract PersonId by();

    /** The text that was judged. */
    public abstract String text();

    /** The standard that was proposed for it. */
    public abstract StandardId standard();

    /** Whether the person accepted it. */
    public abstract boolean accepted();

    /**
     * The rank at which the standard had been suggested, from 1; empty if the pair was judged without having been suggested.
     */
    public abstract Optional<Integer> rank();

    /** Why, in words. */
    public abstract Optional<String> rationale();

    /** Checks rank and rationale. */
    @Value.Check
    void check() {
        rank().ifPresent(rank -> Checks.positive(rank, "rank"));
        rationale().ifPresent(rationale -> Checks.text(rationale, "rationale"));
    }

    /**
     * What a recorded judgment says of a standard that was suggested: accepted if it is among the objectives that the
     * rater named, else rejected.
     *
     * @param judgment the recorded judgment of the item
     * @param text the item's text
     * @param suggested the standard that had been suggested
     */
    public static SuggestionReply of(AlignmentJudgment judgment, String text, StandardId suggested) {
        return builder()
                .by(judgment.rater())
                .text(text)
                .standard(suggested)
                .accepted(judgment.listObjectives().contains(suggested))
                .rationale(judgment.rationale())
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a reply; everything but rank and rationale must be set. */
    public static final class Builder extends ImmutableSuggestionReply.Builder {
        Builder() {}
    }
}
