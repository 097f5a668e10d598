package org.iltlib.plan.cycle;

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
import org.immutables.value.Value;

/** That a decision ended a cycle: what was tried is adopted, adapted or abandoned. There is no other end. Immutable. */
@Value.Immutable
public abstract class CycleEnd implements Recordable {
    /** The written form. */
    public static final Form<CycleEnd> FORM = Form.<CycleEnd, Builder>built(CycleEnd::builder, Builder::build)
            .field("id", EntryId.FORM, CycleEnd::id, Builder::id)
            .field("cycle", EntryId.FORM, CycleEnd::cycle, Builder::cycle)
            .field("decision", EntryId.FORM, CycleEnd::decision, Builder::decision)
            .field("outcome", Forms.enumOf(CycleOutcome.class), CycleEnd::outcome, Builder::outcome)
            .field("on", Forms.DATE, CycleEnd::on, Builder::on)
            .maybe("observed", Forms.NUMBER, CycleEnd::observed, Builder::observed)
            .field("reason", Forms.TEXT, CycleEnd::reason, Builder::reason);

    /** The kind of entry. */
    public static final Kind<CycleEnd> KIND = Kind.of("cycle-end", 1, CycleEnd.class, FORM);

    CycleEnd() {}

    @Override
    public abstract EntryId id();

    /** The cycle. */
    public abstract EntryId cycle();

    /** The decision that ended it. */
    public abstract EntryId decision();

    /** With what. */
    public abstract CycleOutcome outcome();

    /** The day. */
    public abstract LocalDate on();

    /** What was measured, in the unit of the prediction; a cycle that is abandoned early may have none. */
    public abstract Optional<Double> observed();

    /** Why. */
    public abstract String reason();

    /** Checks the number and the reason; a negative zero becomes zero. */
    @Value.Check
    CycleEnd check() {
        observed().ifPresent(value -> Checks.finite(value, "observed"));
        Checks.text(reason(), "reason");
        return observed().equals(Optional.of(-0.0)) ? toBuilder().observed(0.0).build() : this;
    }

    /** The cycle, then the decision. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.of(cycle(), decision()).distinct().toList();
    }

    @Override
    public Kind<CycleEnd> kind() {
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

    /** Builds an end; every property but what was observed must be set. */
    public static final class Builder extends ImmutableCycleEnd.Builder {
        Builder() {}
    }
}
