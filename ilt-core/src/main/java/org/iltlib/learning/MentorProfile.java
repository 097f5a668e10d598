package org.iltlib.learning;

import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.immutables.value.Value;

/** What must be known of a teacher to ask whether he or she may mentor. Immutable. */
@Value.Immutable
public abstract class MentorProfile {
    MentorProfile() {}

    /** The teacher. */
    public abstract PersonId person();

    /** Completed years of teaching. */
    public abstract int yearsOfExperience();

    /** Whom this person evaluates; may be empty. */
    public abstract Set<PersonId> evaluates();

    /** How many mentees this person can take; zero or more, 1 unless set. */
    @Value.Default
    public int capacity() {
        return 1;
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.notNegative(yearsOfExperience(), "yearsOfExperience");
        Checks.notNegative(capacity(), "capacity");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a profile; person and years must be set. */
    public static final class Builder extends ImmutableMentorProfile.Builder {
        Builder() {}
    }
}
