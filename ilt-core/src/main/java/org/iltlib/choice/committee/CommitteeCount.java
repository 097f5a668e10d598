package org.iltlib.choice.committee;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/** The committees that a rule cannot separate, and why. Immutable. */
@Value.Immutable
public abstract class CommitteeCount {
    CommitteeCount() {}

    /** The name of the rule. */
    public abstract String rule();

    /** The names of the alternatives, by index. */
    public abstract List<String> alternatives();

    /** Every tied committee, its members as rising indices; committees in order of their members. */
    public abstract List<List<Integer>> committees();

    /** Why, in words. */
    public abstract Explanation why();

    /** Checks that there is a committee. */
    @Value.Check
    void check() {
        Checks.text(rule(), "rule");
        Checks.notEmpty(committees(), "committees");
    }

    /** Whether more than one committee is left. */
    public boolean isTied() {
        return committees().size() > 1;
    }

    /** The first committee: a choice by the order of alternatives where several are tied. */
    public List<Integer> first() {
        return committees().get(0);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a count; every property must be set. */
    public static final class Builder extends ImmutableCommitteeCount.Builder {
        Builder() {}
    }
}
