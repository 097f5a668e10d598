package org.iltlib.analytics.progress.rule;

import java.time.LocalDate;
import org.iltlib.analytics.progress.ErrorRates;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.evidence.PhaseCause;
import org.iltlib.evidence.PhaseLine;
import org.immutables.value.Value;

/**
 * What a rule proposes for one series, why, and how often it is wrong. It changes nothing: a person who agrees turns it
 * into a phase line by {@link #confirm}. Immutable.
 */
@Value.Immutable
public abstract class ProgressVerdict {
    ProgressVerdict() {}

    /** The name of the rule. */
    public abstract String rule();

    /** What is proposed. */
    public abstract Advice advice();

    /** The day of the last probe. */
    public abstract LocalDate on();

    /** The number of probes in the phase. */
    public abstract int probes();

    /**
     * How often the rule says "intensify" of a student who grows as needed, and how often it does not of one who hardly
     * grows; missing if nothing is known of the noise, or if an aim line of an earlier phase goes on and the rule looks at the
     * distance from it, for then the student did not begin on the line.
     */
    public abstract Measured<ErrorRates> rates();

    /** Why. */
    public abstract Explanation why();

    /**
     * The phase line that changes the support, as a person confirms it. It has no new aim line: the old one goes on.
     *
     * @param by who confirms it
     * @param on the first day of the new phase, not before the last probe
     * @param reason what changes and why
     * @throws IllegalArgumentException if the advice is another: delivery is fixed first, a goal has its own line
     */
    public PhaseLine confirm(PersonId by, LocalDate on, String reason) {
        Checks.require(
                advice() == Advice.INTENSIFY,
                "The advice is to %s. Expected %s. Maybe a phase line without a verdict.",
                advice(),
                Advice.INTENSIFY);
        Checks.require(!on.isBefore(on()), "The change is of %s. Expected %s or later.", on, on());
        return PhaseLine.builder()
                .on(on)
                .cause(PhaseCause.SUPPORT)
                .reason(reason)
                .confirmedBy(by)
                .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a verdict. */
    static final class Builder extends ImmutableProgressVerdict.Builder {
        Builder() {}
    }
}
