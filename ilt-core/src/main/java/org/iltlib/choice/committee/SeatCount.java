package org.iltlib.choice.committee;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.TieNote;
import org.immutables.value.Value;

/** Who was elected to several seats, stage by stage. Immutable. */
@Value.Immutable
public abstract class SeatCount {
    SeatCount() {}

    /** The name of the rule, with its decimals. */
    public abstract String rule();

    /** The names of the alternatives, by index. */
    public abstract List<String> alternatives();

    /** Those elected as indices, in the order of their election. */
    public abstract List<Integer> elected();

    /** The stages in order: tallies in ballots, and those that count for nobody, lost fractions included. */
    public abstract List<CountRound> rounds();

    /** The ties met, in order. */
    public abstract List<TieNote> ties();

    /** Why, in words. */
    public abstract Explanation why();

    /** Checks that nobody is elected twice. */
    @Value.Check
    void check() {
        Checks.text(rule(), "rule");
        Checks.distinct(elected(), "elected");
    }

    /** The names of those elected, in the order of their election. */
    public List<String> electedNames() {
        return elected().stream().map(alternatives()::get).toList();
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
    public static final class Builder extends ImmutableSeatCount.Builder {
        Builder() {}
    }
}
