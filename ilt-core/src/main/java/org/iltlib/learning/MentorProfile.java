package org.iltlib.learning;

import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Subject;
import org.immutables.value.Value;

/** What must be known of a teacher to ask whether he or she may mentor, and whom best. Immutable. */
@Value.Immutable
public abstract class MentorProfile {
    MentorProfile() {}

    /** The teacher. */
    public abstract PersonId person();

    /** The school; absent if the mentor works for no one school. */
    public abstract Optional<OrgUnitId> site();

    /** The grades taught; may be empty. */
    public abstract Set<GradeLevel> grades();

    /** The subjects taught, or the areas of the credential; may be empty. */
    public abstract Set<Subject> subjects();

    /** Completed years of teaching. */
    public abstract int yearsOfExperience();

    /** Whom this person evaluates; may be empty. */
    public abstract Set<PersonId> evaluates();

    /** The planning periods, as the schedule names them ({@code Mon 3}); may be empty. */
    public abstract Set<String> planningPeriods();

    /** The mentees this person asked for; may be empty. */
    public abstract Set<PersonId> prefers();

    /** How many mentees this person can take in all; zero or more, 1 unless set. */
    @Value.Default
    public int capacity() {
        return 1;
    }

    /** How many mentees this person has already; zero or more, 0 unless set. */
    @Value.Default
    public int load() {
        return 0;
    }

    /** How many more mentees this person can take; zero if the load has reached the capacity. */
    public int room() {
        return Math.max(0, capacity() - load());
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.notNegative(yearsOfExperience(), "yearsOfExperience");
        Checks.notNegative(capacity(), "capacity");
        Checks.notNegative(load(), "load");
        planningPeriods().forEach(period -> Checks.text(period, "planning period"));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a profile; person and years must be set. */
    public static final class Builder extends ImmutableMentorProfile.Builder {
        Builder() {}
    }
}
