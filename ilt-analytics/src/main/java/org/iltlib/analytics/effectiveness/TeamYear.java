package org.iltlib.analytics.effectiveness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.team.CompositionReport;
import org.iltlib.team.Meeting;
import org.immutables.value.Value;

/** What a record tells of a team over some months. Immutable. */
@Value.Immutable
public abstract class TeamYear {
    TeamYear() {}

    /** The months of school that it covers, at least 1. */
    public abstract int months();

    /** The meetings held. */
    public abstract List<Meeting> meetings();

    /** The members. */
    public abstract Set<PersonId> members();

    /** Those of them who must be at every meeting: the principal, the assistant principals. */
    public abstract Set<PersonId> leaders();

    /** The report on who is on the team, if a policy was applied. */
    public abstract Optional<CompositionReport> composition();

    /** How many cycles of inquiry should have ended by now; absent if none is kept in the record. */
    public abstract Optional<Integer> cyclesDue();

    /** How many of them ended with a decision. */
    @Value.Default
    public int cyclesClosed() {
        return 0;
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.positive(months(), "months");
        leaders()
                .forEach(person ->
                        Checks.require(members().contains(person), "%s leads but is not among the members.", person));
        cyclesDue().ifPresent(due -> Checks.notNegative(due, "cyclesDue"));
        Checks.require(
                cyclesClosed() >= 0 && cyclesClosed() <= cyclesDue().orElse(0),
                "cyclesClosed is %s of %s due. Expected 0 to all.",
                cyclesClosed(),
                cyclesDue().orElse(0));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a year; the months must be set. */
    public static final class Builder extends ImmutableTeamYear.Builder {
        Builder() {}
    }
}
