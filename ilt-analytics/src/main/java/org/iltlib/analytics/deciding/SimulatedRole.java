package org.iltlib.analytics.deciding;

import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.Office;
import org.immutables.value.Value;

/** A kind of member of a simulated team, and what is assumed of it. Immutable. */
@Value.Immutable
public abstract class SimulatedRole {
    SimulatedRole() {}

    /** What it is called; each once in a team. */
    public abstract String name();

    /** The group for which its members speak. */
    public abstract StakeholderGroup group();

    /** The offices that its members hold. */
    public abstract Set<Office> offices();

    /** How many members of the kind there are; 1 unless said otherwise. */
    @Value.Default
    public int members() {
        return 1;
    }

    /** The chance that a member speaks at a sitting when the floor is open, after the first years; 0.5 unless said otherwise. */
    @Value.Default
    public double voice() {
        return 0.5;
    }

    /** Whether the others are under pressure to show what this one shows; not unless said so. */
    @Value.Default
    public boolean leads() {
        return false;
    }

    /** Checks name, number and chance. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.positive(members(), "members");
        Checks.share(voice(), "voice");
    }

    /** So many members of that name and group, who speak with that chance. */
    public static SimulatedRole of(String name, StakeholderGroup group, int members, double voice) {
        return builder().name(name).group(group).members(members).voice(voice).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a role; name and group must be set. */
    public static final class Builder extends ImmutableSimulatedRole.Builder {
        Builder() {}
    }
}
