package org.iltlib.evidence.fitness;

import java.time.LocalDate;
import java.util.Arrays;
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

/**
 * What is known of the quality of an assessment on a day, and the policy by which it is judged. From then on a finding
 * that states its use rests on the assessment only if the use is not refused here. A later statement on the same
 * assessment takes its place in every aspect of which it has a figure. Immutable.
 */
@Value.Immutable
public abstract class FitnessStatement implements Recordable {
    /** The written form. */
    public static final Form<FitnessStatement> FORM = Form.<FitnessStatement, Builder>built(
                    FitnessStatement::builder, Builder::build)
            .field("id", EntryId.FORM, FitnessStatement::id, Builder::id)
            .field("assessment", EntryId.FORM, FitnessStatement::assessment, Builder::assessment)
            .field("on", Forms.DATE, FitnessStatement::on, Builder::on)
            .list("figures", QualityFigure.FORM, FitnessStatement::figures, Builder::addAllFigures)
            .field("policy", FitnessPolicy.FORM, FitnessStatement::policy, Builder::policy)
            .list("evidence", EntryId.FORM, FitnessStatement::evidence, Builder::addAllEvidence);

    /** The kind of entry. */
    public static final Kind<FitnessStatement> KIND = Kind.of("fitness-statement", 1, FitnessStatement.class, FORM);

    FitnessStatement() {}

    @Override
    public abstract EntryId id();

    /** The assessment. */
    public abstract EntryId assessment();

    /** The day of the statement. */
    public abstract LocalDate on();

    /**
     * What is known; may be empty, then nothing is supported. Two figures of an aspect are kept if the policy judges them
     * alike.
     */
    public abstract List<QualityFigure> figures();

    /** What each use demands. */
    public abstract FitnessPolicy policy();

    /** The datasets and studies that the figures come from, each once; may be empty. */
    public abstract List<EntryId> evidence();

    /** Checks that the policy holds on the day, and that no two figures of an aspect contradict each other under it. */
    @Value.Check
    void check() {
        Checks.distinct(evidence(), "evidence");
        Checks.require(
                !on().isBefore(policy().adopted()),
                "on is %s, before the policy of %s. Maybe an earlier policy.",
                on(),
                policy().adopted());
        for (UseThreshold threshold : policy().thresholds()) {
            QualityFigure first = null;
            for (QualityFigure figure : figures()) {
                if (figure.aspect() != threshold.aspect() || !figure.isGrounded()) {
                    continue;
                }
                if (first == null) {
                    first = figure;
                }
                Checks.require(
                        threshold.level(Optional.of(first)) == threshold.level(Optional.of(figure)),
                        "There are %s and %s, which contradict each other to %s. Expected one. Maybe state only the"
                                + " figure by which the assessment is to be judged.",
                        first,
                        figure,
                        threshold.use());
            }
        }
    }

    /** Whether the figures support that use. */
    public UseVerdict verdict(AssessmentUse use) {
        return policy().verdict(use, figures());
    }

    /** Whether they support each use, in the order of the list of uses. */
    public List<UseVerdict> verdicts() {
        return Arrays.stream(AssessmentUse.values()).map(this::verdict).toList();
    }

    /** The assessment, then the evidence. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>(List.of(assessment()));
        ids.addAll(evidence());
        return List.copyOf(ids);
    }

    @Override
    public Kind<FitnessStatement> kind() {
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

    /** Builds a statement; every property but figures and evidence must be set. */
    public static final class Builder extends ImmutableFitnessStatement.Builder {
        Builder() {}
    }
}
