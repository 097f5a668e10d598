package org.iltlib.analytics.alignment.vertical;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/** What one rater says of an objective compared with the grade before. Immutable. */
@Value.Immutable
public abstract class VerticalJudgment {
    VerticalJudgment() {}

    /** Who judged. */
    public abstract PersonId rater();

    /** The objective. */
    public abstract StandardId objective();

    /** The strand to which the objective belongs. */
    public abstract String strand();

    /** How it stands to the grade before. */
    public abstract VerticalClass change();

    /** Whether the wording makes clear what is new. */
    public abstract boolean clear();

    /** Checks the strand. */
    @Value.Check
    void check() {
        Checks.text(strand(), "strand");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a judgment; everything must be set. */
    public static final class Builder extends ImmutableVerticalJudgment.Builder {
        Builder() {}
    }
}
