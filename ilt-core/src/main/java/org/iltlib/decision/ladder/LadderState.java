package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.decision.vote.Outcome;
import org.immutables.value.Value;

/** Where a ladder stands after some sittings. Immutable. */
@Value.Immutable
public abstract class LadderState {

    LadderState() {}

    /** The outcome of the whole, with the trail of all sittings in its explanation. */
    public abstract Outcome outcome();

    /** The step that is due next; absent when the matter has ended or the authority decides. */
    public abstract Optional<Ladder.Step> step();

    /** How many rounds of that step were held; 0 if none is due. */
    @Value.Default
    public int roundsHeld() {
        return 0;
    }

    /** The last day of the step that is due, where it has a time box. */
    public abstract Optional<LocalDate> deadline();

    /** The day on which what was adopted takes effect, after the days for dissent; absent unless adopted. */
    public abstract Optional<LocalDate> effectiveOn();

    /** Every sitting with its outcome, in order. */
    public abstract List<Leg> trail();

    /** Whether nothing more is to be voted on. */
    public boolean isOver() {
        return step().isEmpty();
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableLadderState.Builder {
        Builder() {}
    }

    /**
     * One sitting of the trail.
     *
     * @param step the name of the step
     * @param heldOn the day
     * @param outcome what came of it by the step's protocol
     */
    public record Leg(String step, LocalDate heldOn, Outcome outcome) {}
}
