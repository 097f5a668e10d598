package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * Ways to decide that follow one another: consensus, then a vote when the rounds or the days are used up, then a named
 * authority; or a decision of the team that a larger body ratifies. A step is left only by its own exit. A pure state
 * machine: the same events give the same state, byte for byte. Immutable.
 *
 * <ul>
 *   <li>A sitting that ends {@code NO_QUORUM} or {@code INVALID} is kept in the trail and uses up no round.
 *   <li>{@code ADOPTED} leads to the ratifying step that follows, if there is one, otherwise it is the end.
 *   <li>{@code ESCALATED}, and {@code REJECTED} by a step with {@link Step#rejectionEnds()}, end the step at once.
 *   <li>Anything else calls for another round until {@link Step#maxRounds()} are held or the time box is over; then the
 *       next step begins that does not ratify. After the last, it is for the {@link #authority()} to decide, and its
 *       {@link Ruling} ends the matter; without one the proposal is rejected and things stay as they are.
 *   <li>A ratifying step that does not adopt sends the matter back to the first step, {@link #maxReturns()} times. A
 *       body that voted it down leaves the team a duty to study or alter it: the same text may come again only after an
 *       {@link LadderEvent.Study} is recorded.
 * </ul>
 *
 * <p>So every ladder ends after a bounded number of sittings that count, unless a step {@link Step#mustDecide()} and its
 * protocol gives neither yes nor no.
 */
@Value.Immutable
public abstract class Ladder {
    /** The written form, of ladders whose protocols are the library's. */
    public static final Form<Ladder> FORM = form(Protocols.form());

    Ladder() {}

    /** The written form of ladders with protocols that are written in this way: {@link Protocols#form} and one's own. */
    public static Form<Ladder> form(Form<DecisionProtocol> protocols) {
        return LadderForms.ladder(protocols);
    }

    /** What it is called. */
    public abstract String name();

    /** Where it is written, and what of it was read how; absent for a rule of one's own. */
    public abstract Optional<String> source();

    /** The day on which the source was last read; present with a source. */
    public abstract Optional<LocalDate> checkedOn();

    /** The steps; the first does not ratify, only ratifying steps follow a ratifying one, and the team's last decides. */
    public abstract List<Step> steps();

    /** Who decides after the last step; absent if things then stay as they are. */
    public abstract Optional<String> authority();

    /** Whom the authority must hear before it decides. */
    public abstract Set<String> mustConsult();

    /** How many school days after its adoption written dissent is taken; 0 unless said otherwise. */
    @Value.Default
    public int dissentSchoolDays() {
        return 0;
    }

    /** How many school days after a vote that ended the matter it may be reconsidered, once; absent if it may not. */
    public abstract OptionalInt reconsiderSchoolDays();

    /** How often a body that ratifies may send the matter back to the team; 3 unless said otherwise. */
    @Value.Default
    public int maxReturns() {
        return 3;
    }

    /** How many school days before a last day one is reminded of it; 0, on the day itself only, unless said otherwise. */
    @Value.Default
    public int remindSchoolDaysBefore() {
        return 0;
    }

    /** Checks names, order of steps and numbers. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        source().ifPresent(text -> Checks.text(text, "source"));
        authority().ifPresent(text -> Checks.text(text, "authority"));
        mustConsult().forEach(text -> Checks.text(text, "mustConsult"));
        Checks.notNegative(dissentSchoolDays(), "dissentSchoolDays");
        reconsiderSchoolDays().ifPresent(days -> Checks.positive(days, "reconsiderSchoolDays"));
        Checks.notNegative(maxReturns(), "maxReturns");
        Checks.notNegative(remindSchoolDaysBefore(), "remindSchoolDaysBefore");
        Checks.require(
                source().isPresent() == checkedOn().isPresent(),
                "Ladder %s has only one of source and day of reading. Expected both or neither.",
                name());
        Checks.require(
                authority().isPresent() || mustConsult().isEmpty(),
                "Ladder %s names %s to be consulted, and nobody who consults. Maybe name the authority.",
                name(),
                mustConsult());
        checkSteps();
    }

    private void checkSteps() {
        Checks.notEmpty(steps(), "steps");
        Checks.distinct(steps().stream().map(Step::name).toList(), "steps");
        Checks.require(
                !steps().get(0).ratifies(),
                "The first step, %s, ratifies.",
                steps().get(0).name());
        for (int i = 0; i < steps().size(); i++) {
            Step step = steps().get(i);
            Checks.require(
                    i == 0 || step.ratifies() || !steps().get(i - 1).ratifies(),
                    "Step %s follows a ratifying step. Maybe put ratifying steps last.",
                    step.name());
            boolean lastOfTeam = i + 1 == steps().size() || steps().get(i + 1).ratifies();
            Checks.require(
                    !step.polls() || !lastOfTeam,
                    "Step %s only asks, and no step that decides follows. Maybe add one.",
                    step.name());
        }
    }

    /**
     * The state after these events, in so far as they had happened on a day; what came later is not looked at. Linear in
     * events, each sitting counted by its step's protocol.
     *
     * @param startedOn the day on which the first step began
     * @param events what happened, in order
     * @param asOf the day on which one asks; a time box may have run out since the last event
     * @param calendar the school's days
     * @throws IllegalArgumentException if events are out of order, or one of those seen does not fit: a sitting of another
     *     body than the step that was due, held by other {@link SittingRules}, on an older text, or after the end; a ruling where no authority was asked; a
     *     reconsideration by somebody of the losing side
     */
    public LadderState play(
            LocalDate startedOn, List<? extends LadderEvent> events, LocalDate asOf, SchoolDays calendar) {
        return new LadderPlay(this, startedOn, calendar).play(events, asOf);
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

        /** Who helps the body to agree, without a vote; absent if nobody does. */
        public abstract Optional<String> helper();

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

        /** Which ways to stand in for a member count; none unless said otherwise. */
        @Value.NaturalOrder
        public abstract SortedSet<Substitution.Kind> allowed();

        /** What settles a tie within the sitting, tried in order; nothing unless said otherwise. */
        public abstract List<TiePolicy> ties();

        /** Whether papers without names are cast; ballots that name their voter are then refused. Not unless said so. */
        @Value.Default
        public boolean secretBallot() {
            return false;
        }

        /** How many rounds there are; 1 unless said otherwise. */
        @Value.Default
        public int maxRounds() {
            return 1;
        }

        /** How many school days the step lasts from its beginning, the last one included; absent without a limit. */
        public abstract OptionalInt schoolDays();

        /** After how many school days those concerned meet again, for reminders; absent if no rhythm is set. */
        public abstract OptionalInt meetsEverySchoolDays();

        /**
         * Whether what nobody objected to is adopted when the time is over, unless it is still to be studied; not unless
         * said so. Needs a time box.
         */
        @Value.Default
        public boolean silenceConsents() {
            return false;
        }

        /**
         * Whether only a yes or a no to the proposal ends the step: neither its rounds nor its days are then an exit, and
         * after the days it is overdue. "No decision" is no outcome. Not unless said so.
         */
        @Value.Default
        public boolean mustDecide() {
            return false;
        }

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

        /** Whether a tie is voted on again on a later day without using up a round; not unless said so. */
        @Value.Default
        public boolean tieGoesToNextMeeting() {
            return false;
        }

        /** How many ties go to the next meeting, if they do; one more uses up a round. 3 unless said otherwise. */
        @Value.Default
        public int maxTies() {
            return 3;
        }

        /**
         * Whether it only asks: whatever its protocol says it adopts nothing, and the text of the step after it cites what
         * came of it. So unless its protocol {@linkplain DecisionProtocol#isBinding() binds}.
         */
        @Value.Default
        public boolean polls() {
            return !protocol().isBinding();
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
            helper().ifPresent(text -> Checks.text(text, "helper"));
            Checks.require(
                    polls() || protocol().isBinding(),
                    "Step %s decides by %s, which binds nobody. Maybe it polls.",
                    name(),
                    protocol().name());
            Checks.positive(inARow(), "inARow");
            Checks.positive(maxTies(), "maxTies");
            Checks.require(
                    maxRounds() >= inARow(),
                    "Step %s has %s rounds, and the text must pass %s times. Maybe more rounds.",
                    name(),
                    maxRounds(),
                    inARow());
            schoolDays().ifPresent(days -> Checks.positive(days, "schoolDays"));
            meetsEverySchoolDays().ifPresent(days -> Checks.positive(days, "meetsEverySchoolDays"));
            Checks.require(
                    !silenceConsents() || schoolDays().isPresent(),
                    "In step %s silence consents, and no day ends it. Maybe set schoolDays.",
                    name());
            Checks.require(
                    (ratifies() ? 1 : 0) + (polls() ? 1 : 0) + (silenceConsents() ? 1 : 0) + (mustDecide() ? 1 : 0)
                            <= 1,
                    "Step %s is more than one of: ratifies, polls, silence consents, must decide.",
                    name());
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
