package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** Where a ladder stands after some events. Immutable. */
@Value.Immutable
public abstract class LadderState {
    /** The written form, of ladders whose protocols are the library's; two replays are compared by it. */
    public static final Form<LadderState> FORM = form(Protocols.form());

    LadderState() {}

    /** The written form with protocols that are written in this way. */
    public static Form<LadderState> form(Form<DecisionProtocol> protocols) {
        return LadderForms.state(protocols);
    }

    /** The outcome of the whole, with the trail of all events in its explanation. */
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

    /** Whether that day is over and the step must still decide. */
    @Value.Default
    public boolean overdue() {
        return false;
    }

    /** Whether the team must study or alter the text before it votes again. */
    @Value.Default
    public boolean studyOwed() {
        return false;
    }

    /** The authority, while it is for it to decide. */
    public abstract Optional<String> authority();

    /** What the authority decided, if it ended the matter. */
    public abstract Optional<Ruling> ruling();

    /** The last day for written dissent; absent unless adopted. */
    public abstract Optional<LocalDate> dissentUntil();

    /**
     * The day on which what was adopted takes effect: at once, or on the first school day after the days for dissent;
     * absent unless adopted.
     */
    public abstract Optional<LocalDate> effectiveOn();

    /** The dissent that came in, in time or not, in order. */
    public abstract List<LadderEvent.WrittenDissent> dissent();

    /** The last day on which the vote that ended the matter may be reconsidered; absent if it may not. */
    public abstract Optional<LocalDate> reconsiderUntil();

    /** Every sitting and ruling with its outcome, in order. */
    public abstract List<Leg> trail();

    /** What is due when, in the order of days; the days may be over. */
    public abstract List<Reminder> reminders();

    /** Whether nothing more is to be voted on. */
    public boolean isOver() {
        return step().isEmpty();
    }

    /** The dissent that came in by the last day for it. */
    public List<LadderEvent.WrittenDissent> dissentInTime() {
        return dissent().stream()
                .filter(each -> dissentUntil().isPresent()
                        && !each.heldOn().isAfter(dissentUntil().get()))
                .toList();
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableLadderState.Builder {
        Builder() {}
    }

    /**
     * One sitting or ruling of the trail.
     *
     * @param step the name of the step, or the authority
     * @param heldOn the day
     * @param outcome what came of it
     */
    public record Leg(String step, LocalDate heldOn, Outcome outcome) {
        /** The written form. */
        public static final Form<Leg> FORM = Form.of(
                "step",
                Forms.TEXT,
                Leg::step,
                "heldOn",
                Forms.DATE,
                Leg::heldOn,
                "outcome",
                Outcome.FORM,
                Leg::outcome,
                Leg::new);
    }
}
