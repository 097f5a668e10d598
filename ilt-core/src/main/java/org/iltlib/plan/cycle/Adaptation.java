package org.iltlib.plan.cycle;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What was decided to be done otherwise because of a barrier. It cites the barrier, so that both can be learned from. Immutable. */
@Value.Immutable
public abstract class Adaptation implements Recordable {
    /** The written form. */
    public static final Form<Adaptation> FORM = Form.<Adaptation, Builder>built(Adaptation::builder, Builder::build)
            .field("id", EntryId.FORM, Adaptation::id, Builder::id)
            .field("barrier", EntryId.FORM, Adaptation::barrier, Builder::barrier)
            .field("decision", EntryId.FORM, Adaptation::decision, Builder::decision)
            .field("on", Forms.DATE, Adaptation::on, Builder::on)
            .field("before", Forms.TEXT, Adaptation::before, Builder::before)
            .field("after", Forms.TEXT, Adaptation::after, Builder::after)
            .maybe("plan", EntryId.FORM, Adaptation::plan, Builder::plan);

    /** The kind of entry. */
    public static final Kind<Adaptation> KIND = Kind.of("adaptation", 1, Adaptation.class, FORM);

    Adaptation() {}

    @Override
    public abstract EntryId id();

    /** The barrier. */
    public abstract EntryId barrier();

    /** The decision. */
    public abstract EntryId decision();

    /** The day from which on it is done otherwise. */
    public abstract LocalDate on();

    /** What was done before. */
    public abstract String before();

    /** What is done from then on. */
    public abstract String after();

    /** The version of the plan that has it, if the plan changed. */
    public abstract Optional<EntryId> plan();

    /** Checks that the two texts differ. */
    @Value.Check
    void check() {
        Checks.text(before(), "before");
        Checks.text(after(), "after");
        Checks.require(!before().equals(after()), "before and after are both \"%s\". Expected a change.", before());
    }

    /** The barrier, the decision, then the plan. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(barrier()));
        ids.add(decision());
        plan().ifPresent(ids::add);
        return List.copyOf(ids);
    }

    @Override
    public Kind<Adaptation> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an adaptation; every property but the plan must be set. */
    public static final class Builder extends ImmutableAdaptation.Builder {
        Builder() {}
    }
}
