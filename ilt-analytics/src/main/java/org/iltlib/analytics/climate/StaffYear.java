package org.iltlib.analytics.climate;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.immutables.value.Value;

/** One post at the start of a year, and what became of its holder by the start of the next; no name, no id. Immutable. */
@Value.Immutable
public abstract class StaffYear {
    /** What became of the holder. */
    public enum Outcome {
        /** In the same school: a stayer. */
        STAYED,
        /** In another school of the district: a mover. */
        MOVED_WITHIN,
        /** Known to be in a school elsewhere: a mover to the nation, a loss to the district. */
        MOVED_BEYOND,
        /** Out of the district, and not known to be in a school elsewhere: a leaver. */
        LEFT
    }

    StaffYear() {}

    /** The school at the start. */
    public abstract String school();

    /** What became of the holder. */
    public abstract Outcome outcome();

    /** Why, for those who did not stay. */
    public abstract Optional<ExitReason> reason();

    /** Completed years of teaching at the start, zero or more; absent where unknown. */
    public abstract Optional<Double> yearsOfExperience();

    /** The subject taught; {@code several subjects} or {@code no subject named} where it is not one. */
    @Value.Default
    public String subject() {
        return "no subject named";
    }

    /** Checks texts and years, and that nobody who stayed has a reason to have gone. */
    @Value.Check
    void check() {
        Checks.id(school(), "school");
        Checks.id(subject(), "subject");
        yearsOfExperience().ifPresent(years -> {
            Checks.finite(years, "yearsOfExperience");
            Checks.require(years >= 0, "yearsOfExperience is %s. Expected zero or more.", years);
        });
        Checks.require(
                reason().isEmpty() || outcome() != Outcome.STAYED,
                "The holder stayed, and there is a reason for leaving: %s. Maybe the outcome is another.",
                reason().map(ExitReason::name).orElse(""));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a post; school and outcome must be set. */
    public static final class Builder extends ImmutableStaffYear.Builder {
        Builder() {}
    }
}
