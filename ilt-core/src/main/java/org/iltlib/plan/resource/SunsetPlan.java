package org.iltlib.plan.resource;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;
import org.immutables.value.Value;

/** How an initiative would be given up: until when, who is told what, and what becomes of what it held. Immutable. */
@Value.Immutable
public abstract class SunsetPlan implements Recordable {
    /** The written form. */
    public static final Form<SunsetPlan> FORM = Form.<SunsetPlan, Builder>built(SunsetPlan::builder, Builder::build)
            .field("id", EntryId.FORM, SunsetPlan::id, Builder::id)
            .field("initiative", EntryId.FORM, SunsetPlan::initiative, Builder::initiative)
            .field("lastDay", Forms.DATE, SunsetPlan::lastDay, Builder::lastDay)
            .list("told", StakeholderGroup.FORM, SunsetPlan::told, Builder::addAllTold)
            .field("message", Forms.TEXT, SunsetPlan::message, Builder::message)
            .field("freed", Forms.TEXT, SunsetPlan::freed, Builder::freed);

    /** The kind of entry. */
    public static final Kind<SunsetPlan> KIND = Kind.of("sunset-plan", 1, SunsetPlan.class, FORM);

    SunsetPlan() {}

    @Override
    public abstract EntryId id();

    /** The initiative. */
    public abstract EntryId initiative();

    /** The last day on which it is carried out. */
    public abstract LocalDate lastDay();

    /** Who is told, each group once; at least one. */
    public abstract List<StakeholderGroup> told();

    /** What they are told. */
    public abstract String message();

    /** What the time and money are for from then on. */
    public abstract String freed();

    /** Checks the groups and the texts. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(told(), "told"), "told");
        Checks.text(message(), "message");
        Checks.text(freed(), "freed");
    }

    /** The initiative. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(initiative());
    }

    @Override
    public Kind<SunsetPlan> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a plan; every property must be set. */
    public static final class Builder extends ImmutableSunsetPlan.Builder {
        Builder() {}
    }
}
