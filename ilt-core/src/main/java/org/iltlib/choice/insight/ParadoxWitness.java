package org.iltlib.choice.insight;

import java.util.List;
import org.iltlib.choice.Profile;
import org.immutables.value.Value;

/** A paradox, with the ballots that show it. Immutable. */
@Value.Immutable
public abstract class ParadoxWitness {
    ParadoxWitness() {}

    /** Which. */
    public abstract Paradox paradox();

    /** The name of the rule. */
    public abstract String rule();

    /** The names of the winners on the ballots as they are. */
    public abstract List<String> before();

    /** The names of the winners on the ballots as changed; as before where nothing needs to be changed. */
    public abstract List<String> after();

    /** The ballots as changed; as they are where nothing needs to be changed. */
    public abstract Profile profile();

    /** What is changed and what comes of it, in a sentence. */
    public abstract String story();

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** The story. */
    @Override
    public String toString() {
        return paradox() + ": " + story();
    }

    /** Builds a witness. */
    public static final class Builder extends ImmutableParadoxWitness.Builder {
        Builder() {}
    }
}
