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
import org.iltlib.decision.Prediction;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * That a cycle enters a phase, with the entries that show that the phase before has brought what it had to; or, without
 * evidence and in the phase where it is, that the prediction is put anew. {@link CycleCourse} holds it against the model.
 * Immutable.
 */
@Value.Immutable
public abstract class CycleStep implements Recordable {
    /** The written form. */
    public static final Form<CycleStep> FORM = Form.<CycleStep, Builder>built(CycleStep::builder, Builder::build)
            .field("id", EntryId.FORM, CycleStep::id, Builder::id)
            .field("cycle", EntryId.FORM, CycleStep::cycle, Builder::cycle)
            .field("phase", Forms.TEXT, CycleStep::phase, Builder::phase)
            .field("on", Forms.DATE, CycleStep::on, Builder::on)
            .list("met", EntryId.FORM, CycleStep::met, Builder::addAllMet)
            .maybe("prediction", Prediction.FORM, CycleStep::prediction, Builder::prediction);

    /** The kind of entry. */
    public static final Kind<CycleStep> KIND = Kind.of("cycle-step", 1, CycleStep.class, FORM);

    CycleStep() {}

    @Override
    public abstract EntryId id();

    /** The cycle. */
    public abstract EntryId cycle();

    /** The name of the phase in which the cycle is from then on. */
    public abstract String phase();

    /** The day. */
    public abstract LocalDate on();

    /** The entries that show that the exit criterion of the phase before is met, each once. */
    public abstract List<EntryId> met();

    /** What is expected from then on; only until doing begins, that day included. */
    public abstract Optional<Prediction> prediction();

    /** Checks the phase and the evidence. */
    @Value.Check
    void check() {
        Checks.text(phase(), "phase");
        Checks.distinct(met(), "met");
    }

    /** The cycle enters that phase on that day; these show that the one before brought what it had to. */
    public static CycleStep enter(EntryId id, InquiryCycle cycle, String phase, LocalDate on, EntryId... met) {
        cycle.model().placeOf(phase);
        return builder()
                .id(id)
                .cycle(cycle.id())
                .phase(phase)
                .on(on)
                .addMet(met)
                .build();
    }

    /** The cycle, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(cycle()));
        ids.addAll(met());
        return List.copyOf(ids);
    }

    @Override
    public Kind<CycleStep> kind() {
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

    /** Builds a step; id, cycle, phase and day must be set. */
    public static final class Builder extends ImmutableCycleStep.Builder {
        Builder() {}
    }
}
