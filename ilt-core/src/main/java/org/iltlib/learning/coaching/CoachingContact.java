package org.iltlib.learning.coaching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * One contact between coach and teacher. Its day, length and stage can be read by all; what was noted and agreed only
 * through the {@link CoachingJournal}, which asks who reads. It serves growth only. Immutable.
 */
@Value.Immutable
public abstract class CoachingContact implements Recordable, PurposeLimited.Growth {
    private static final int LONGEST = 24 * 60;

    /** The written form; it holds the content. */
    public static final Form<CoachingContact> FORM = Form.<CoachingContact, Builder>built(
                    CoachingContact::builder, Builder::build)
            .field("id", EntryId.FORM, CoachingContact::id, Builder::id)
            .field("cycle", EntryId.FORM, CoachingContact::cycle, Builder::cycle)
            .field("on", Forms.DATE, CoachingContact::on, Builder::on)
            .field("minutes", Forms.INTEGER, CoachingContact::minutes, Builder::minutes)
            .field("stage", Forms.enumOf(CoachingStage.class), CoachingContact::stage, Builder::stage)
            .maybe("note", Forms.TEXT, CoachingContact::note, Builder::note)
            .maybe("mastered", Forms.FLAG, CoachingContact::mastered, Builder::mastered)
            .maybe("step", ActionStepForGrowth.FORM, CoachingContact::step, Builder::step)
            .maybe("after", EntryId.FORM, CoachingContact::after, Builder::after);

    /** The kind of entry. */
    public static final Kind<CoachingContact> KIND = Kind.of("coaching-contact", 1, CoachingContact.class, FORM);

    CoachingContact() {}

    @Override
    public abstract EntryId id();

    /** The cycle. */
    public abstract EntryId cycle();

    /** The day. */
    public abstract LocalDate on();

    /** How long it was, 1 to 1,440 minutes; a visit is 10 to 15 as a rule. */
    public abstract int minutes();

    /** What it was for. */
    public abstract CoachingStage stage();

    /** What was seen and said; for coach and teacher only. */
    abstract Optional<String> note();

    /** Whether the step that was open has become a habit; it closes the step either way. For the two only. */
    abstract Optional<Boolean> mastered();

    /** The one step that was agreed; for coach and teacher only. */
    abstract Optional<ActionStepForGrowth> step();

    /** The contact before it, in which the open step was agreed; must be named to close that step. */
    public abstract Optional<EntryId> after();

    /** Checks minutes, note, and that a step is closed only by naming it and checked back after it is agreed. */
    @Value.Check
    void check() {
        Checks.require(minutes() >= 1 && minutes() <= LONGEST, "minutes are %s. Expected 1 to %s.", minutes(), LONGEST);
        note().ifPresent(text -> Checks.text(text, "note"));
        Checks.require(
                mastered().isEmpty() || after().isPresent(),
                "Contact %s closes a step and does not say which. Maybe set after to the contact that agreed on it.",
                id());
        step().ifPresent(next -> Checks.require(
                next.checkBackOn().isAfter(on()),
                "checkBackOn is %s. Expected a day after the contact of %s.",
                next.checkBackOn(),
                on()));
    }

    /** The cycle, and the contact before it if it is named. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(cycle()), after().stream()).distinct().toList();
    }

    /** Without the content: {@code coaching contact contact/1 on 2026-10-05}. */
    @Override
    public String toString() {
        return "coaching contact " + id() + " on " + on();
    }

    @Override
    public Kind<CoachingContact> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a contact; note, step and its closing may be left out. */
    public static final class Builder extends ImmutableCoachingContact.Builder {
        Builder() {}
    }
}
