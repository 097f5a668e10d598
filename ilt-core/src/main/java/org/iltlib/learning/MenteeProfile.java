package org.iltlib.learning;

import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Subject;
import org.immutables.value.Value;

/** What must be known of a new teacher to find the mentor who fits best. Immutable. */
@Value.Immutable
public abstract class MenteeProfile {
    MenteeProfile() {}

    /** The teacher. */
    public abstract PersonId person();

    /** The school; absent if not yet known. */
    public abstract Optional<OrgUnitId> site();

    /** The grades taught; may be empty. */
    public abstract Set<GradeLevel> grades();

    /** The subjects taught; may be empty. */
    public abstract Set<Subject> subjects();

    /** The planning periods, as the schedule names them ({@code Mon 3}); may be empty. */
    public abstract Set<String> planningPeriods();

    /** The mentors this person asked for; may be empty. */
    public abstract Set<PersonId> prefers();

    /** Checks the texts. */
    @Value.Check
    void check() {
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

    /** Builds a profile; the person must be set. */
    public static final class Builder extends ImmutableMenteeProfile.Builder {
        Builder() {}
    }
}
