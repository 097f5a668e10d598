package org.iltlib.choice.budget;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieNote;
import org.immutables.value.Value;

/** The projects chosen, and why. Immutable. */
@Value.Immutable
public abstract class BudgetCount {
    BudgetCount() {}

    /** The name of the rule. */
    public abstract String rule();

    /** The projects chosen as indices, in the order in which they were. */
    public abstract List<Integer> chosen();

    /** What they cost together; never more than the budget. */
    public abstract Rational cost();

    /** The ties met, each resolved by the order of projects. */
    public abstract List<TieNote> ties();

    /** Why, in words: each purchase. */
    public abstract Explanation why();

    /** Checks that nothing is chosen twice. */
    @Value.Check
    void check() {
        Checks.text(rule(), "rule");
        Checks.distinct(chosen(), "chosen");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a count; ties may be left empty. */
    public static final class Builder extends ImmutableBudgetCount.Builder {
        Builder() {}
    }
}
