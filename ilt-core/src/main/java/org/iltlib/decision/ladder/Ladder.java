package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iltlib.base.Checks;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.immutables.value.Value;

/**
 * Ways to decide that follow one another: consensus, then a vote when the rounds or the days are used up, then a named
 * authority; or a decision of the team that a larger body ratifies. A step is left only by its own exit. A pure state
 * machine: the same sittings give the same state, byte for byte. Immutable.
 *
 * <ul>
 *   <li>A sitting that ends {@code NO_QUORUM} or {@code INVALID} is kept in the trail and uses up no round.
 *   <li>{@code ADOPTED} leads to the ratifying step that follows, if there is one, otherwise it is the end.
 *   <li>{@code ESCALATED}, and {@code REJECTED} by a step with {@link Step#rejectionEnds()}, end the step at once.
 *   <li>Anything else calls for another round until {@link Step#maxRounds()} are held or the time box is over; then the
 *       next step begins that does not ratify. After the last, the {@link #authority()} decides; without one the
 *       proposal is rejected and things stay as they are.
 *   <li>A ratifying step that does not adopt sends the matter back to the first step: the team studies or alters it.
 * </ul>
 */
@Value.Immutable
public abstract class Ladder {

    Ladder() {}

    /** What it is called. */
    public abstract String name();

    /** Where it is written, and what of it was read how; absent for a rule of one's own. */
    public abstract Optional<String> source();

    /** The day on which the source was last read; present with a source. */
    public abstract Optional<LocalDate> checkedOn();

    /** The steps; the first does not ratify, and only ratifying steps follow a ratifying one. */
    public abstract List<Step> steps();

    /** Who decides after the last step; absent if things then stay as they are. */
    public abstract Optional<String> authority();

    /** How many school days after its adoption a decision takes effect, for written dissent; 0 unless said otherwise. */
    @Value.Default
    public int dissentSchoolDays() {
        return 0;
    }

    /** Checks names, order of steps and numbers. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        source().ifPresent(text -> Checks.text(text, "source"));
        authority().ifPresent(text -> Checks.text(text, "authority"));
        Checks.notNegative(dissentSchoolDays(), "dissentSchoolDays");
        Checks.require(
                source().isPresent() == checkedOn().isPresent(),
                "Ladder %s has only one of source and day of reading. Expected both or neither.",
                name());
        Checks.notEmpty(steps(), "steps");
        Checks.distinct(steps().stream().map(Step::name).toList(), "steps");
        Checks.require(
                !steps().get(0).ratifies(),
                "The first step, %s, ratifies.",
                steps().get(0).name());
        for (int i = 1; i < steps().size(); i++) {
            Checks.require(
                    steps().get(i).ratifies() || !steps().get(i - 1).ratifies(),
                    "Step %s follows a ratifying step. Maybe put ratifying steps last.",
                    steps().get(i).name());
        }
    }

    /**
     * The state after these sittings. Linear in sittings, each counted by its step's protocol.
     *
     * @param startedOn the day on which the first step began
     * @param sittings the votes held, in order
     * @param asOf the day on which one asks; a time box may have run out since the last sitting
     * @param calendar the school's days
     * @throws IllegalArgumentException if a sitting is out of order, is of another body than the step that was due, goes
     *     back to an older text, or is held after the end
     */
    public LadderState play(LocalDate startedOn, List<Sitting> sittings, LocalDate asOf, SchoolDays calendar) {
        return new LadderPlay(this, startedOn, calendar).play(sittings, asOf);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a ladder; name and steps must be set. */
    public static final class Builder extends ImmutableLadder.Builder {
        Builder() {}
    }

    /** One step: a protocol, for how long, and what ends it. Immutable. */
    @Value.Immutable
    public abstract static class Step {
        /** The body that votes unless a step says otherwise. */
        public static final String TEAM = "team";

        Step() {}

        /** What it is called; each once in a ladder. */
        public abstract String name();

        /** How it decides. */
        public abstract DecisionProtocol protocol();

        /** Who votes; {@link #TEAM} unless said otherwise. */
        @Value.Default
        public String body() {
            return TEAM;
        }

        /** Who must be present; more than half of the members unless said otherwise. */
        @Value.Default
        public Quorum quorum() {
            return Quorum.MAJORITY;
        }

        /** What a recusal does; not counted at all unless said otherwise. */
        @Value.Default
        public Recusal.Policy recusalPolicy() {
            return Recusal.Policy.EXCLUDED_FROM_QUORUM_TOO;
        }

        /** How many rounds there are; 1 unless said otherwise. */
        @Value.Default
        public int maxRounds() {
            return 1;
        }

        /** How many school days the step lasts from its beginning, the last one included; absent without a limit. */
        public abstract OptionalInt schoolDays();

        /** On how many days in a row the same text must be adopted; 1 unless said otherwise. */
        @Value.Default
        public int inARow() {
            return 1;
        }

        /** Whether a rejection ends the whole matter, rather than calling for the next round or step; not unless said so. */
        @Value.Default
        public boolean rejectionEnds() {
            return false;
        }

        /** Whether a tie is voted on again without using up a round; not unless said so. */
        @Value.Default
        public boolean tieGoesToNextMeeting() {
            return false;
        }

        /** Whether the step ratifies what the steps before it adopted; not unless said so. */
        @Value.Default
        public boolean ratifies() {
            return false;
        }

        /** Checks texts and numbers. */
        @Value.Check
        void check() {
            Checks.text(name(), "name");
            Checks.text(body(), "body");
            Checks.positive(inARow(), "inARow");
            Checks.require(
                    maxRounds() >= inARow(),
                    "Step %s has %s rounds, and the text must pass %s times. Maybe more rounds.",
                    name(),
                    maxRounds(),
                    inARow());
            schoolDays().ifPresent(days -> Checks.positive(days, "schoolDays"));
        }

        /** A step of one round by the team under the default rules. */
        public static Step of(String name, DecisionProtocol protocol) {
            return builder().name(name).protocol(protocol).build();
        }

        /** A new builder. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder that starts with the values of this. */
        public Builder toBuilder() {
            return builder().from(this);
        }

        /** Builds a step; name and protocol must be set. */
        public static final class Builder extends ImmutableStep.Builder {
            Builder() {}
        }
    }
}
