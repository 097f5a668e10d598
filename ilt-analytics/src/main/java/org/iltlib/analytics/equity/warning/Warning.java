package org.iltlib.analytics.equity.warning;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** What an evaluated pack says of a student: a ground to look, never a verdict. Immutable. */
@Value.Immutable
public abstract class Warning {
    Warning() {}

    /** The pseudonymous id. */
    public abstract String student();

    /** The signs that are there. */
    public abstract List<String> raised();

    /** The signs that cannot be told for want of a reading. */
    public abstract List<String> open();

    /** What follows, if anything does. */
    public abstract Optional<String> tier();

    /**
     * To what share of past students with as many signs it happened; missing while a sign cannot be told, withheld where
     * they were few.
     */
    public abstract Measured<Estimate> pastShare();

    static Builder builder() {
        return new Builder();
    }

    /** Builds a warning. */
    public static final class Builder extends ImmutableWarning.Builder {
        Builder() {}
    }
}
