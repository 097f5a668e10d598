package org.iltlib.choice.format;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.choice.Profile;
import org.immutables.value.Value;

/** Ranked ballots and what a file says beside them. Immutable. */
@Value.Immutable
public abstract class RankedElection {
    RankedElection() {}

    /** The title; may be empty. */
    @Value.Default
    public String title() {
        return "";
    }

    /** The ballots. */
    public abstract Profile profile();

    /** The number of places to fill; 1 if the file does not say. */
    @Value.Default
    public int seats() {
        return 1;
    }

    /** The alternatives that have withdrawn, as indices. */
    public abstract List<Integer> withdrawn();

    /** The order in which ties are broken, best first; empty if the file does not say. */
    public abstract List<Integer> tieOrder();

    /** Checks the places. */
    @Value.Check
    void check() {
        Checks.notNegative(seats(), "seats");
    }

    /** An election without more. */
    public static RankedElection of(String title, Profile profile) {
        return builder().title(title).profile(profile).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds an election; only the profile must be set. */
    public static final class Builder extends ImmutableRankedElection.Builder {
        Builder() {}
    }
}
