package org.iltlib.impact;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.finding.Estimate;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What came of something that was tried: design, effects, fidelity, and a statement no stronger than its rung. Immutable. */
@Value.Immutable
public abstract class ImpactStudy implements Recordable {
    /** The written form. */
    public static final Form<ImpactStudy> FORM = Form.<ImpactStudy, Builder>built(ImpactStudy::builder, Builder::build)
            .field("id", EntryId.FORM, ImpactStudy::id, Builder::id)
            .list("basedOn", EntryId.FORM, ImpactStudy::basedOn, Builder::addAllBasedOn)
            .field("design", Forms.TEXT, ImpactStudy::design, Builder::design)
            .field("rung", Forms.enumOf(ClaimRung.class), ImpactStudy::rung, Builder::rung)
            .maybe("comparison", Forms.TEXT, ImpactStudy::comparison, Builder::comparison)
            .list("effects", Estimate.FORM, ImpactStudy::effects, Builder::addAllEffects)
            .field("n", Forms.LONG, ImpactStudy::n, Builder::n)
            .maybe("fidelity", Fidelity.FORM, ImpactStudy::fidelity, Builder::fidelity)
            .field("statement", Forms.TEXT, ImpactStudy::statement, Builder::statement);

    /** The kind of entry. */
    public static final Kind<ImpactStudy> KIND = Kind.of("impact-study", 1, ImpactStudy.class, FORM);

    ImpactStudy() {}

    @Override
    public abstract EntryId id();

    /** The decision, commitments and findings that it studies; at least one, each once. */
    @Override
    public abstract List<EntryId> basedOn();

    /** The design in words, such as {@code matched schools, gains from fall to spring}. */
    public abstract String design();

    /** How much the design lets one say. */
    public abstract ClaimRung rung();

    /** With whom or what was compared; from {@link ClaimRung#COMPARED} on it must be said. */
    public abstract Optional<String> comparison();

    /** The effects; at least one. */
    public abstract List<Estimate> effects();

    /** The number of students studied, at least 1. */
    public abstract long n();

    /** How far it was carried out, if that was seen. */
    public abstract Optional<Fidelity> fidelity();

    /** What came of it, in one sentence. */
    public abstract String statement();

    /** Checks that the statement is no stronger than the rung, and the rung no higher than the comparison. */
    @Value.Check
    void check() {
        Checks.distinct(Checks.notEmpty(basedOn(), "basedOn"), "basedOn");
        Checks.text(design(), "design");
        Checks.notEmpty(effects(), "effects");
        Checks.positive(n(), "n");
        comparison().ifPresent(text -> Checks.text(text, "comparison"));
        Checks.require(
                comparison().isPresent() || !rung().reaches(ClaimRung.COMPARED),
                "A study that is %s names no comparison. Maybe its rung is associated or described.",
                rung());
        sentence();
    }

    /** The statement with its rung. */
    public String sentence() {
        return rung().sentence(statement());
    }

    @Override
    public Kind<ImpactStudy> kind() {
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

    /** Builds a study; everything but comparison and fidelity must be set. */
    public static final class Builder extends ImmutableImpactStudy.Builder {
        Builder() {}
    }
}
