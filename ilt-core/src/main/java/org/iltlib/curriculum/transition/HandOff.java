package org.iltlib.curriculum.transition;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What the team of the grade that students leave tells the team to which they come. Shares of the group and words
 * on what helps; no student. Immutable.
 */
@Value.Immutable
public abstract class HandOff implements Recordable {
    /** The written form. */
    public static final Form<HandOff> FORM = Form.<HandOff, Builder>built(HandOff::builder, Builder::build)
            .field("id", EntryId.FORM, HandOff::id, Builder::id)
            .field("transition", EntryId.FORM, HandOff::transition, Builder::transition)
            .field("by", TeamId.FORM, HandOff::by, Builder::by)
            .field("to", TeamId.FORM, HandOff::to, Builder::to)
            .field("on", Forms.DATE, HandOff::on, Builder::on)
            .field("due", Forms.DATE, HandOff::due, Builder::due)
            .field("cohort", Forms.TEXT, HandOff::cohort, Builder::cohort)
            .list("ready", ReadyShare.FORM, HandOff::ready, Builder::addAllReady)
            .list("helped", Forms.TEXT, HandOff::helped, Builder::addAllHelped)
            .list("concerns", Forms.TEXT, HandOff::concerns, Builder::addAllConcerns);

    /** The kind of entry. */
    public static final Kind<HandOff> KIND = Kind.of("hand-off", 1, HandOff.class, FORM);

    HandOff() {}

    @Override
    public abstract EntryId id();

    /** The recorded transition point. */
    public abstract EntryId transition();

    /** The team that gives. */
    public abstract TeamId by();

    /** The team that receives. */
    public abstract TeamId to();

    /** The day. */
    public abstract LocalDate on();

    /** By when the receiving team should have acknowledged it, not before the day. */
    public abstract LocalDate due();

    /** Of whom it tells: {@code grade 5 of 2026-27}. */
    public abstract String cohort();

    /** How many are ready, by standard, each once. */
    public abstract List<ReadyShare> ready();

    /** What helped them to learn. */
    public abstract List<String> helped();

    /** What they will need, each once. */
    public abstract List<String> concerns();

    /** Checks the parts. */
    @Value.Check
    void check() {
        Checks.text(cohort(), "cohort");
        Checks.require(
                !due().isBefore(on()),
                "It is due on %s, before it is given on %s. Maybe the two are swapped.",
                due(),
                on());
        Checks.distinct(ready().stream().map(ReadyShare::standard).toList(), "ready");
        helped().forEach(text -> Checks.text(text, "helped"));
        Checks.distinct(concerns(), "concerns").forEach(text -> Checks.text(text, "concern"));
    }

    /** The transition point. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(transition());
    }

    @Override
    public Kind<HandOff> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a hand-off; the lists may be left out. */
    public static final class Builder extends ImmutableHandOff.Builder {
        Builder() {}
    }
}
