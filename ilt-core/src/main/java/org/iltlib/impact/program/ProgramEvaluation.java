package org.iltlib.impact.program;

import java.math.BigDecimal;
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
import org.iltlib.impact.EvidenceTier;
import org.iltlib.impact.Fidelity;
import org.immutables.value.Value;

/** What the team concluded of a program, from which studies, and why. Immutable. */
@Value.Immutable
public abstract class ProgramEvaluation implements Recordable {
    /** The written form. */
    public static final Form<ProgramEvaluation> FORM = Form.<ProgramEvaluation, Builder>built(
                    ProgramEvaluation::builder, Builder::build)
            .field("id", EntryId.FORM, ProgramEvaluation::id, Builder::id)
            .field("program", EntryId.FORM, ProgramEvaluation::program, Builder::program)
            .list("studies", EntryId.FORM, ProgramEvaluation::studies, Builder::addAllStudies)
            .field("fidelity", Fidelity.FORM, ProgramEvaluation::fidelity, Builder::fidelity)
            .field("costPerStudent", Forms.DECIMAL, ProgramEvaluation::costPerStudent, Builder::costPerStudent)
            .field("conclusion", Forms.enumOf(Conclusion.class), ProgramEvaluation::conclusion, Builder::conclusion)
            .field("reason", Forms.TEXT, ProgramEvaluation::reason, Builder::reason)
            .list("improve", Forms.TEXT, ProgramEvaluation::improve, Builder::addAllImprove)
            .maybe("decision", EntryId.FORM, ProgramEvaluation::decision, Builder::decision)
            .maybe("tier", Forms.enumOf(EvidenceTier.class), ProgramEvaluation::tier, Builder::tier);

    /** The kind of entry. */
    public static final Kind<ProgramEvaluation> KIND = Kind.of("program-evaluation", 1, ProgramEvaluation.class, FORM);

    ProgramEvaluation() {}

    @Override
    public abstract EntryId id();

    /** The initiative or strategy that was looked at. */
    public abstract EntryId program();

    /** The studies that it rests on: design, comparison, number and effect stand there. At least one, each once. */
    public abstract List<EntryId> studies();

    /** How far it was carried out, and whom it reached. */
    public abstract Fidelity fidelity();

    /** What it costs for each student; zero or more, exact. */
    public abstract BigDecimal costPerStudent();

    /** What becomes of it. */
    public abstract Conclusion conclusion();

    /** Why. */
    public abstract String reason();

    /** What should become better, each once; at least one if it is to be improved. */
    public abstract List<String> improve();

    /** The decision that made it so, once there is one. */
    public abstract Optional<EntryId> decision();

    /** The tier of evidence on which the studies stand, as {@link EvidenceTier#of} tells it, if somebody asked. */
    public abstract Optional<EvidenceTier> tier();

    /** Checks studies, cost and texts; trailing zeros are dropped, so that equal costs are equal. */
    @Value.Check
    ProgramEvaluation check() {
        Checks.distinct(Checks.notEmpty(studies(), "studies"), "studies");
        Checks.require(
                costPerStudent().signum() >= 0, "costPerStudent is %s. Expected zero or more.", costPerStudent());
        Checks.text(reason(), "reason");
        Checks.distinct(improve(), "improve").forEach(text -> Checks.text(text, "improve"));
        Checks.require(
                conclusion() != Conclusion.IMPROVE || !improve().isEmpty(),
                "The conclusion is to improve, and nothing is named. Expected what should become better.");
        BigDecimal plain = costPerStudent().stripTrailingZeros();
        return plain.scale() == costPerStudent().scale()
                ? this
                : builder().from(this).costPerStudent(plain).build();
    }

    /** The program, the studies, then the decision. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(program()));
        ids.addAll(studies());
        decision().ifPresent(ids::add);
        return List.copyOf(ids);
    }

    @Override
    public Kind<ProgramEvaluation> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an evaluation; program, studies, fidelity, cost, conclusion and reason must be set. */
    public static final class Builder extends ImmutableProgramEvaluation.Builder {
        Builder() {}
    }
}
