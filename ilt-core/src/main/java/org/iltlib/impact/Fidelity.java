package org.iltlib.impact;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * How far a practice was carried out as meant, in five shares from 0 to 1. Immutable. Whether that is enough is decided by
 * the {@link FidelityGate}, exactly, on the decimals that the shares show.
 */
@Value.Immutable
public abstract class Fidelity implements FidelityGate.Implemented {
    /** The written form. */
    public static final Form<Fidelity> FORM = Form.<Fidelity, Builder>built(Fidelity::builder, Builder::build)
            .field("adherence", Forms.NUMBER, Fidelity::adherence, Builder::adherence)
            .field("dosage", Forms.NUMBER, Fidelity::dosage, Builder::dosage)
            .field("quality", Forms.NUMBER, Fidelity::quality, Builder::quality)
            .field("responsiveness", Forms.NUMBER, Fidelity::responsiveness, Builder::responsiveness)
            .field("reach", Forms.NUMBER, Fidelity::reach, Builder::reach);

    Fidelity() {}

    /** The share of the essential parts that were done. */
    public abstract double adherence();

    /** The share of the planned amount that was delivered; what goes beyond the plan counts as 1. */
    public abstract double dosage();

    /** How well it was done. */
    public abstract double quality();

    /** How far students took part. */
    public abstract double responsiveness();

    /** The share of those meant to be reached who were. */
    public abstract double reach();

    /** Checks that each is a share. */
    @Value.Check
    void check() {
        Checks.share(adherence(), "adherence");
        Checks.share(dosage(), "dosage");
        Checks.share(quality(), "quality");
        Checks.share(responsiveness(), "responsiveness");
        Checks.share(reach(), "reach");
    }

    /** Reach times the mean of the other four. */
    public double implementation() {
        return reach() * (adherence() + dosage() + quality() + responsiveness()) / 4;
    }

    /** As {@link #implementation}, exactly. */
    @Override
    public Rational implemented() {
        List<Rational> four = List.of(
                FidelityGate.exactly(adherence()),
                FidelityGate.exactly(dosage()),
                FidelityGate.exactly(quality()),
                FidelityGate.exactly(responsiveness()));
        return FidelityGate.mean(four).times(FidelityGate.exactly(reach()));
    }

    /** Whether enough was implemented to judge an effect: {@link FidelityGate#atLeast} the criterion, a share. */
    public boolean passes(double criterion) {
        return FidelityGate.atLeast(criterion).passes(this);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a fidelity; all five must be set. */
    public static final class Builder extends ImmutableFidelity.Builder {
        Builder() {}
    }
}
