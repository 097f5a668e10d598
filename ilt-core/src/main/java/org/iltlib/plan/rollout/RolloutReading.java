package org.iltlib.plan.rollout;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** How far a cohort is on one day: what is ready, and how many use it as it is meant. Numbers, no names. Immutable. */
@Value.Immutable
public abstract class RolloutReading implements Recordable {
    /** The written form. */
    public static final Form<RolloutReading> FORM = Form.<RolloutReading, Builder>built(
                    RolloutReading::builder, Builder::build)
            .field("id", EntryId.FORM, RolloutReading::id, Builder::id)
            .field("plan", EntryId.FORM, RolloutReading::plan, Builder::plan)
            .field("cohort", Forms.TEXT, RolloutReading::cohort, Builder::cohort)
            .field("on", Forms.DATE, RolloutReading::on, Builder::on)
            .set("ready", Forms.TEXT, RolloutReading::ready, Builder::addAllReady)
            .field("practitioners", Forms.INTEGER, RolloutReading::practitioners, Builder::practitioners)
            .field("atFidelity", Forms.INTEGER, RolloutReading::atFidelity, Builder::atFidelity);

    /** The kind of entry. */
    public static final Kind<RolloutReading> KIND = Kind.of("rollout-reading", 1, RolloutReading.class, FORM);

    RolloutReading() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link RolloutPlan}. */
    public abstract EntryId plan();

    /** The name of the cohort. */
    public abstract String cohort();

    /** The day. */
    public abstract LocalDate on();

    /** What is ready, in the words of the plan. */
    public abstract Set<String> ready();

    /** How many should use it. */
    public abstract int practitioners();

    /** How many of them use it as it is meant. */
    public abstract int atFidelity();

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.text(cohort(), "cohort");
        Checks.notNegative(practitioners(), "practitioners");
        Checks.notNegative(atFidelity(), "atFidelity");
        Checks.require(
                atFidelity() <= practitioners(),
                "%s of %s use it as it is meant. Expected at most all. Maybe the two are swapped.",
                atFidelity(),
                practitioners());
    }

    @Override
    public List<EntryId> basedOn() {
        return List.of(plan());
    }

    @Override
    public Kind<RolloutReading> kind() {
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

    /** Builds a reading; what is ready may be left out. */
    public static final class Builder extends ImmutableRolloutReading.Builder {
        Builder() {}
    }
}
