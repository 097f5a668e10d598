package org.iltlib.plan.cycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** That teaching was changed because of a signal: from what to what, why, and what the next check showed. Immutable. */
@Value.Immutable
public abstract class InstructionalAdjustment implements Recordable {
    /** The written form. */
    public static final Form<InstructionalAdjustment> FORM = Form.<InstructionalAdjustment, Builder>built(
                    InstructionalAdjustment::builder, Builder::build)
            .field("id", EntryId.FORM, InstructionalAdjustment::id, Builder::id)
            .field("trigger", EntryId.FORM, InstructionalAdjustment::trigger, Builder::trigger)
            .field("seenOn", Forms.DATE, InstructionalAdjustment::seenOn, Builder::seenOn)
            .field("on", Forms.DATE, InstructionalAdjustment::on, Builder::on)
            .field("before", Forms.TEXT, InstructionalAdjustment::before, Builder::before)
            .field("after", Forms.TEXT, InstructionalAdjustment::after, Builder::after)
            .field("reason", Forms.TEXT, InstructionalAdjustment::reason, Builder::reason)
            .maybe("nextCheck", EntryId.FORM, InstructionalAdjustment::nextCheck, Builder::nextCheck);

    /** The kind of entry. */
    public static final Kind<InstructionalAdjustment> KIND =
            Kind.of("instructional-adjustment", 1, InstructionalAdjustment.class, FORM);

    InstructionalAdjustment() {}

    @Override
    public abstract EntryId id();

    /** The finding or signal because of which teaching was changed. */
    public abstract EntryId trigger();

    /** The day on which the signal was seen. */
    public abstract LocalDate seenOn();

    /** The first day of the other teaching. */
    public abstract LocalDate on();

    /** What was done before. */
    public abstract String before();

    /** What is done from then on. */
    public abstract String after();

    /** Why that, and not something else. */
    public abstract String reason();

    /** The finding of the next check, once it is there. */
    public abstract Optional<EntryId> nextCheck();

    /** Checks the texts and the days. */
    @Value.Check
    void check() {
        Checks.text(before(), "before");
        Checks.text(after(), "after");
        Checks.text(reason(), "reason");
        Checks.require(!before().equals(after()), "before and after are both \"%s\". Expected a change.", before());
        Checks.require(
                !on().isBefore(seenOn()),
                "The change is on %s, before its signal of %s. Maybe swapped.",
                on(),
                seenOn());
    }

    /** How many days it took from the signal to the change. */
    public long latencyDays() {
        return ChronoUnit.DAYS.between(seenOn(), on());
    }

    /** The trigger, then the next check. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(trigger()), nextCheck().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<InstructionalAdjustment> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an adjustment; every property but the next check must be set. */
    public static final class Builder extends ImmutableInstructionalAdjustment.Builder {
        Builder() {}
    }
}
